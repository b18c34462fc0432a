// The training pages: the way back to the other staff pages, and the view that is open. What few open comes when it is opened.
import { useEffect, useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing } from '../parts.tsx';
import { StaffTabs } from '../staff-tabs.tsx';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { CourseFrame } from './course-frame.tsx';
import { later } from './later.tsx';
import { MyCourses } from './list/my-courses.tsx';
import type { Place } from './route.ts';
import { usePlace, usePlaceLinks } from './use-place.ts';
import { useTeachWords } from './use-words.ts';

const MyPeople = later(() => import('./list/my-people.tsx').then((part) => part.MyPeople));
const NewCourse = later(() => import('./editor/editor-page.tsx').then((part) => part.NewCourse));

export function TeachApp() {
  const { words, call, me, actor } = useStaff();
  const w = useTeachWords();
  const place = usePlace();
  const tree = useMemo(() => treeStore(call), [call]);
  usePlaceLinks(place);
  useEffect(() => {
    document.title = `${w.title} · ${words.brand}`;
  }, [w, words]);
  const own = me.grants.find(({ unit }) => can.readRoster(actor, { ancestors: [unit] }))?.unit;
  const unit = place.unit ?? own;
  return (
    <TreeContext.Provider value={tree}>
      <div class="staff teach">
        <StaffTabs here="training" unit={unit} />
        {reachOf(actor, 'readRoster').length === 0 || unit === undefined ? (
          <div class="stack">
            <h1>{w.title}</h1>
            <Nothing>{w.noRight}</Nothing>
          </div>
        ) : (
          <Open place={place} unit={unit} />
        )}
      </div>
    </TreeContext.Provider>
  );
}

function Open({ place, unit }: { place: Place; unit: string }) {
  if (place.course !== undefined && place.view !== 'list') {
    return <CourseFrame key={place.course} place={place} course={place.course} />;
  }
  if (place.view === 'new') return <NewCourse key={unit} unit={unit} />;
  if (place.view === 'mine') return <MyPeople key={unit} unit={unit} />;
  return <MyCourses key={unit} unit={unit} />;
}
