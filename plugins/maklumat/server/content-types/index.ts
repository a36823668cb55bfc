import agency from './agency/schema.json';
import area from './area/schema.json';
import calendar from './calendar/schema.json';
import charter from './charter/schema.json';
import consent from './consent/schema.json';
import decree from './decree/schema.json';
import holiday from './holiday/schema.json';
import position from './position/schema.json';
import rate from './rate/schema.json';
import registration from './registration/schema.json';
import resource from './resource/schema.json';
import retention from './retention/schema.json';
import service from './service/schema.json';
import unit from './unit/schema.json';

const contentTypes = {
  agency: { schema: agency },
  area: { schema: area },
  calendar: { schema: calendar },
  charter: { schema: charter },
  consent: { schema: consent },
  decree: { schema: decree },
  holiday: { schema: holiday },
  position: { schema: position },
  rate: { schema: rate },
  registration: { schema: registration },
  resource: { schema: resource },
  retention: { schema: retention },
  service: { schema: service },
  unit: { schema: unit },
};

/** Uids of every content type of the plugin. */
export const contentTypeUids = Object.keys(contentTypes).map((name) => `plugin::maklumat.${name}`);

export default contentTypes;
