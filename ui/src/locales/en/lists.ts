/** The same keys as ../zh/lists.ts; a test compares them. */
export default {
  lists: {
    stop: '; ', minutes: '{n} min', estimate: 'estimate', measured: 'measured', sample: 'sample of {n}', perWeek: '{n} min per person and week', over: 'over: {n}% of the ceiling', share: '{n}% of the ceiling', asOf: 'as of {at}',
    menu: { lists: 'Lists', admission: 'Admission', cost: 'Burden', voices: 'Voices' },
    lists: { title: 'Matter lists', lead: 'What towns, communities and grids do. What is on no list is not dispatched, not asked for and not filled in.', print: 'Print, export', filter: 'Choose a list', at: 'In force on', today: 'Back to today', find: 'Find by name, code or basis', count: '{n} of {all} entries', none: 'No entry on the lists of that day fits.' },
    changes: { title: 'Changes', lead: 'What was added to the lists, changed and ended between two days; open to everybody.', from: 'From', to: 'to', backwards: 'The first day has to come before the last.', none: 'Nothing changed in that time.', open: 'See the entry', sort: { added: 'Added', changed: 'Changed', ended: 'Ended' } },
    sheet: { title: 'Print and export', lead: 'A table by board: to print and pin up, or as a workbook.', xlsx: 'Export XLSX', as: 'In force on {day}, {n} entries' },
    which: { all: 'All', tiers: 'Lists by tier', national: 'National lists' },
    national: { basic: 'Basic duties', cooperative: 'Cooperative', taken_back: 'Taken back' },
    diff: { same: 'No difference.', gone: 'removed: ', new: 'added: ' },
    entry: {
      parts: 'The entry', now: 'In force', versions: 'Versions ({n})', since: 'since {day}', until: 'until {day}', ended: 'ended on {day}', counts: 'in force', notThen: 'Not on the lists of {day}.', lookThen: 'See that day', takenBack: 'A higher body took it back: no town, community or grid may be charged with it.',
      duty: 'Regular duty', minutes: 'Minutes each time', noMinutes: 'none', review: 'End or review date', noBasis: 'No basis named', form: 'What is filled in', noForm: 'Nothing has to be filled in.', keptBy: 'filled in by itself, kept by {who}', asked: 'has to be asked', change: 'Propose a change', retire: 'Propose to retire',
      compare: 'Compare two versions', older: 'Older version', newer: 'Newer version', nothingYet: '(none yet)', wrongOrder: 'Choose the older version on the left.', endsHere: 'This version says that the entry ended on {day}.',
    },
    object: { elder: 'Elders living alone', child: 'Children left behind', household: 'Households', building: 'Buildings', fire_lane: 'Fire lanes', shop: 'Shops', firm: 'Firms', school: 'Schools', site: 'Building sites', river: 'River stretches', slope: 'Slopes at risk', charging: 'Charging points', grid: 'The grid as a whole' },
    trigger: { heat: 'heat', rain: 'heavy rain', river: 'a river gauge', fraud: 'a fraud warning', wind: 'strong wind' },
    unit: { heat: '°C', rain: 'mm in 24 h', river: 'm', fraud: '', wind: 'Bft' },
    reach: { building: 'the building', grid: 'the grid', village: 'the community', town: 'the town' },
    duty: {
      at: '{object}: {when}', from: '{what} from {from} on', trigger: 'Set off by {when}, within {reach}, for {days} days at most', sameDay: 'To be done that day', window: 'To be done within {n} days', spread: 'Spread evenly over {n} days',
      off: { keep: 'Days off count like others', next: 'A day off moves it to the next workday', skip: 'A day off cancels it' }, missed: { lapse: 'What was missed lapses: the next time will do', carry: 'What was missed stays on the list until done' },
    },
    rule: {
      none: 'No fixed days', and: ' and ', join: ', ', on: '{every}: {on}', lastDay: 'the last day', fromEnd: 'day {n} from the end', date: 'day {n}', nth: '{day} no. {n}', nthLast: 'last {day}', nthEnd: '{day} no. {n} from the end',
      each: { DAILY: 'Every day', WEEKLY: 'Every week', MONTHLY: 'Every month', YEARLY: 'Every year' }, every: { DAILY: 'Every {n} days', WEEKLY: 'Every {n} weeks', MONTHLY: 'Every {n} months', YEARLY: 'Every {n} years' },
      day: { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
      month: { 1: 'Jan', 2: 'Feb', 3: 'Mar', 4: 'Apr', 5: 'May', 6: 'Jun', 7: 'Jul', 8: 'Aug', 9: 'Sep', 10: 'Oct', 11: 'Nov', 12: 'Dec' },
    },
    door: { charge: 'Charge from above', adjust: 'Adjustment' },
    doorNote: { charge: 'A higher body charges those below: needs a basis, is approved by the government and then by the level above.', adjust: 'From below, or because the law changed: approved by the government.' },
    sort: { admit: 'Add', change: 'Change', retire: 'Retire' },
    stage: { draft: 'Draft', burden_check: 'Burden check', joint_review: 'Joint review', gov_approve: 'Government', upper_approve: 'Level above', mending: 'Sent back', effective: 'Effective', retired: 'Retired', refused: 'Refused', recalled: 'Recalled' },
    do: { propose: 'Begun', amend: 'Change it', submit: 'Hand in', weigh: 'Pass the burden check', review: 'Give an opinion', approve: 'Approve', send_back: 'Send back', refuse: 'Refuse', recall: 'Recall', object: 'Object', reply: 'Answer the objection', retire: 'Retired' },
    admission: { title: 'Admission desk', lead: 'Whatever comes onto the lists, changes or leaves goes the same way: burden first, then a joint review, then approval, each step by another person.', new: 'New proposal', stage: 'Stage', allStages: 'All stages', none: 'There is no proposal.', items: '{n} entries', due: 'due by {at}', late: 'overdue since {at}', group: { mine: 'Waiting for you', way: 'Under way', done: 'Ended' } },
    proposal: {
      back: 'Back to the desk', track: 'Where it stands', mark: { done: ' (done)', now: ' (now)', ahead: ' (to come)', ended: ' (ended)' }, awaits: 'waits for {who}', silence: 'nothing is approved by silence', counts: 'Counts from {day}.', see: 'See {code} version {n}', why: 'Reason and basis', from: 'Wanted from {day}', changes: 'What it changes', standing: 'version {n} in force', retires: 'Leaves the lists: no longer dispatched, no longer done.', fields: 'Field by field ({n})',
      burden: 'Burden', costsNothing: 'It costs nothing.', over: 'Over the ceiling: the burden check cannot pass.', overSwap: 'Give something up for it in the same proposal, for example:', overLess: 'Ask for it less often, at fewer objects or for less time.', givenUp: 'Given up for it', turnBack: 'It can be sent back: the applicant merges visits, swaps or asks for less.',
      objections: 'Objections', noObjections: 'Nobody objected.', taken: 'taken up', notTaken: 'not taken up', open: 'unanswered', answer: 'Answer', opinions: 'Joint review', pass: 'Round {n}', consent: { true: 'agrees', false: 'does not agree', null: 'not yet said' }, now: 'What you may do', timeline: 'Timeline',
    },
    act: {
      none: 'Nothing waits for you here.', onlyReply: 'An objection waits for your answer.', reviewers: 'Departments that review it (at least 2, {n} chosen)', departments: 'Departments', send: 'Confirm: {what}',
      hint: { submit: 'The list office checks the burden first.', weigh: 'The burden is worked out now; what is over the ceiling cannot pass.', review: 'Without consent it goes back for change.', approve: 'Every objection has to be answered first.', send_back: 'The applicant may hand it in again.', refuse: 'It ends here.', recall: 'It ends here.', object: 'Your unit is shown, your name is not.' },
      text: { weigh: 'What departments should heed (optional)', review: 'Opinion', approve: 'On what grounds', send_back: 'What has to be changed', refuse: 'Why it is refused', recall: 'Why it is recalled', object: 'What speaks against it' },
    },
    price: {
      title: 'What it costs', fillFirst: 'Fill in code and name to see the price.', worstAt: 'Most to bear: {place}', city: 'city average {before} → {after} min per person and week', placesOver: '{n} places over the ceiling', places: '{n} places concerned', worst: 'Places with most to bear', place: 'Place', objects: 'Objects', staff: 'People', each: 'Min per person and week', vacant: '(nobody in post)',
      sum: '{minutes} min × {times} times a year × {objects} ({object}) = {week} min a week in the city', trigger: 'about {n} min per person and day while it is set off', overlaps: 'Could be one stop', overlap: '{doors} doors in common, {visits} visits a year, saves {saves} min a week', merge: 'Make one stop of it: saves {n} min a week in the city', swaps: 'Could be given up', swapHint: 'What is ticked is retired in the same proposal.', frees: 'frees {n} min per person and week', enough: 'enough by itself', fields: 'What is filled in', known: 'known', unknown: 'to be asked', saved: '{n} entries a year need not be typed',
      advice: { fits: 'Within the ceiling.', nothing: 'Costs no regular time.', merge: 'Over the ceiling unless visits are merged: tick the merge.', merged: 'Within the ceiling, visits merged.', swap: 'Over the ceiling: choose what is given up.', swapped: 'Within the ceiling after the swap.', less: 'Too much by itself: less often, fewer objects or less time.' },
    },
    write: {
      again: 'Change the proposal', lead: 'Say what shall change, why, and on what basis. The price is shown while you write.', mayNot: 'This post may not propose.', door: 'Which door', title: 'Title', reason: 'Reason', basis: 'Law or document', basisHint: 'What comes from above needs one.', from: 'Wanted from', fromHint: 'Empty: the day after the last approval.', item: 'Entry {n}', more: 'Add entries', pick: 'Choose an entry in force', blocked: 'Still over the ceiling: handed in like this, the burden check will not pass.', submit: 'Hand in', draft: 'Save as draft',
      unsorted: 'not sorted', minutesHint: 'An estimate, shown as one; held against measurement after three months.', campaign: 'A campaign (needs an end or review date)', duty: 'Rule of the duty', fields: 'Fields', fieldsHint: 'What is known is filled in by itself.', addField: 'Add a field', without: 'Remove {what}', questions: 'Questions', question: 'Question', answerKind: 'Kind of answer', choices: 'Choices, separated by /', addQuestion: 'Add a question',
      isDuty: 'It is a regular duty', object: 'Done at', when: 'How often', interval: 'Every how many', weekdays: 'Weekdays', nth: 'Which one', nthWord: { 0: 'every one', 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' }, dates: 'Days of the month (-1: the last)', months: 'Months (none: every month)', window: 'Done within how many days', dayOff: 'On a day off', missed: 'When missed', spread: 'Spread the objects over these days', trigger: 'Also set off by an event', triggerOn: 'Which event', triggerFrom: 'From', reach: 'Within', triggerDays: 'Days at most',
      times: 'about {n} times a year', ownRule: 'This rule says more than the choices can: leave it or choose anew.', nextDays: 'The next ten:', fallsAway: 'cancelled', noDay: 'This rule names no day.', neverDone: 'Neither days nor an event: it would never be done.',
    },
    burden: {
      title: 'Burden at a glance', lead: 'How much time the lists take, by place and never by person.', part: { places: 'Lists and places', overlaps: 'One stop', report: 'Estimate and measurement', terms: 'Ceilings' }, mayNot: 'This post may not see the burden.', where: 'Place', staff: 'shared by {n} people', vacant: '{n} places without anybody in post', planned: 'Time that the lists plan, not what anybody did.', places: 'Places below', over: 'Over', lines: 'Entry by entry', entry: 'Entry', times: 'Times a year', onDemand: '{n} more are done only when somebody reports something, and not counted.',
      noOverlaps: 'No visits could be one stop.', merge: 'Propose the merge', mergeReason: 'Same doors as “{b}”: make one stop of it: {a}', reportNote: 'Three months after an entry began to count, minutes offered by at least 20 workers are held against the estimate; a third off is marked.', off: 'Off by', due: 'Held on', of: '{n} ({workers} workers)', few: 'fewer than 20', isDue: 'due',
    },
    terms: { title: 'Ceilings', lead: 'Minutes a week that a list may cost one person; what is over is not admitted without a swap.', way: 'On the way (each time)', would: 'This would change:', over: '{list}: places over the ceiling {before} → {after}', publish: 'Publish', cityOnly: 'Published by the city list officer.', history: 'Versions', shipped: 'comes with the program', restore: 'Restore' },
    trial: {
      title: 'Dry run', lead: 'Try changed limits and routes on real history: what would have moved, what would have been late. Nothing is written.', matter: 'Matter', from: 'From', to: 'to (without)', change: 'Try it like this:', limits: 'Limits: 30min, 4wh (work hours), 15wd (work days), 3cd (days); empty: no clock.', run: 'Run', stop: 'Stop', running: '{n} cases looked at…', result: 'Result', complete: 'all looked at', partly: 'not finished', erased: '{n} erased, seen in part', examples: 'Examples',
      fact: { looked: 'looked at', moved: 'would move', breached: 'were late', would_breach: 'would be late', newly: 'newly late', cured: 'no longer late', minutes: 'minutes (estimate)', would_minutes: 'would take (estimate)' },
    },
    offlist: {
      title: 'Off-list and formalism', lead: 'What workers report as off-list work or formalism, answered within a limit; nothing says who reported.', mayNot: 'Only the list office sees this.', none: 'Nothing was reported.', noWords: '(no words)', one: 'Report', anonymous: 'Who reported is not stored; do not ask around.', reply: 'Answer', ask: 'Ask back', reveal: 'See who reported', open: 'Open admission', because: 'Because of off-list report {number}', came: 'What came of it', text: 'Answer to the worker', notice: 'Notice to the issuing unit', noticeHint: 'In the words of the office, never in those of the worker.', question: 'Question', why: 'Why you have to know (kept on the audit trail)', counts: 'Units named', countsNote: 'Listed from five times a year on.',
      topic: { off_list: 'Off-list task', forms: 'Forms over and over', clock_in: 'Clocking in', ranking: 'Rankings', install: 'Forced installs or log-ins', traces: 'Needless photos, videos, tracks', other_formalism: 'Other formalism' }, way: { by_phone: 'by phone', by_chat: 'by chat', on_paper: 'on paper', at_meeting: 'at a meeting', by_app: 'by an app' },
      state: { waiting: 'unanswered', asked_back: 'asked back', replied: 'answered', dropped: 'taken back' }, outcome: { task_withdrawn: 'Asked to withdraw the task', admission_opened: 'Admission opened', explained: 'Explained' },
    },
  },
}
