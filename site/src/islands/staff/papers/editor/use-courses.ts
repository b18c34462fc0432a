// The courses of a unit whose people may be set a paper: those that were published, the latest first.
import { useStaff } from '../../../../shell/staff.tsx';
import { allPages } from '../../training/all-pages.ts';
import { type Loaded, useLoad } from '../../use-load.ts';

interface Choice {
  course: string;
  title: string;
}

export function useCourses(unit: string): Loaded<Choice[]> {
  const { call } = useStaff();
  return useLoad(`courses for papers ${unit}`, async () => {
    const pages = await allPages((query) => call('listCourses', { params: { unit }, query }));
    return pages
      .flatMap(({ courses }) => courses)
      .filter(({ state }) => state !== 'draft' && state !== 'cancelled')
      .map(({ course, title }) => ({ course, title }));
  });
}
