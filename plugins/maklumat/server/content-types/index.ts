import agency from './agency/schema.json';
import area from './area/schema.json';
import calendar from './calendar/schema.json';
import charter from './charter/schema.json';
import decree from './decree/schema.json';
import holiday from './holiday/schema.json';
import position from './position/schema.json';
import rate from './rate/schema.json';
import resource from './resource/schema.json';
import service from './service/schema.json';
import unit from './unit/schema.json';

export default {
  agency: { schema: agency },
  area: { schema: area },
  calendar: { schema: calendar },
  charter: { schema: charter },
  decree: { schema: decree },
  holiday: { schema: holiday },
  position: { schema: position },
  rate: { schema: rate },
  resource: { schema: resource },
  service: { schema: service },
  unit: { schema: unit },
};
