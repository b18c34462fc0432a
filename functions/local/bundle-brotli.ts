// Stands in for `brotli/decompress.js` inside the bundles. fontkit needs it for WOFF2 alone, and what is printed with is OTF: 486 kB that never run.

// biome-ignore lint/style/noDefaultExport: what it stands in for is a default export.
export default function decompress(): never {
  throw new Error('a WOFF2 font was opened, and the bundle holds nothing to unpack one');
}
