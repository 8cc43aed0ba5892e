/** Words of duties that the field app and the console share. As in docs/GLOSSARY.md. */
export default {
  duty: {
    title: 'Duties',
    state: {
      planned: 'To do', moved: 'Moved', handed: 'Handed over, not accepted yet', offered: 'Offered', taken: 'Taken', missed: 'To make up', done: 'Done', nothing_found: 'Nothing found', found: 'Became a case', skipped: 'Skipped', lapsed: 'Lapsed',
    },
    kind: {
      elder: 'Elder living alone', child: 'Child left behind', household: 'Household', building: 'Building', fire_lane: 'Fire lane', shop: 'Shop', firm: 'Firm', school: 'School', site: 'Building site', river: 'River stretch', slope: 'Slope', charging: 'Charging point', grid: 'Grid',
    },
    reason: { nobody_home: 'Nobody at home', not_welcome: 'Not welcome now', no_access: 'No access', weather: 'Dangerous weather', urgent: 'Something urgent came first', not_there: 'Not there any more', other: 'Other' },
    on: { heat: 'Heat', rain: 'Heavy rain', river: 'River level', fraud: 'Fraud warning', wind: 'Strong wind' },
    noTime: 'no time planned', minutes: 'about {n} min', hours: 'about {h} h', hoursMinutes: 'about {h} h {m} min', estimate: 'estimate',
    trigger: '{on} · until {until}', way: { later: 'can wait', lapse: 'may lapse' },
  },
}
