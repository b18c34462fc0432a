// Stands in for nodemailer's list of media types inside the bundles. It is asked for the types of attached files, of which our mails have none:
// 76 kB that never run.

function missing(): never {
  throw new Error('a file was attached to a mail, and the bundle holds no list of media types');
}

export const detectMimeType = missing;
export const detectExtension = missing;
