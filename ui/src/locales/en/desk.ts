/** The same keys as ../zh/desk.ts; a test compares them. */
export default {
  desk: {
    map: 'Map', mapLabel: 'Where the cases of the queue are', mapHere: '{n} case | {n} cases', actions: 'What can be done', clocks: 'Clocks', timeline: 'Timeline', machine: 'The clock', reporter: 'the reporter', erased: 'Erased by law, or not visible to you',
    ticket: '{colour} ticket', steps: '{n} step | {n} steps', earlier: '{n} earlier steps', photoN: 'Photo {n} of {of}', dueAt: 'by {at}', until: 'until {at}', waiting: 'waiting for a decision',
    limitOf: 'limit {limit}', provisionalHint: 'The holidays are not published yet; computed again when they are', happened: 'happened {at}', did: 'Done: {action}', draft: 'draft', noActions: 'Nothing is expected of you here; you can follow it.',
    limit: { min: '{n} min', h: '{n} h', wh: '{n} working h', wd: '{n} working day | {n} working days', cd: '{n} day | {n} days' },
    live: { connecting: 'Connecting', live: 'Live', lost: 'Connection lost', ended: 'Your rights have changed: load again' },
    queue: {
      label: 'Queue', mine: 'Mine', unit: 'My unit', overdue: 'Overdue', called: 'Whistled', climbed: 'Escalated', sample: 'Sample', all: 'All', search: 'Words, place, number', filter: 'Filter',
      state: 'Stage', due: 'Due', within: 'Due within {n} h', area: 'Area', section: 'Section', sectionAll: 'The department and its sections', ended: 'Ended ones', xlsx: 'Export XLSX', fresh: '{n} new: show', gone: 'no longer in this queue', most: 'Only the first {n}: narrow it down',
      clear: 'Clear the filter', nothingFound: 'Nothing fits', widen: 'Try another word, or clear the filter.', emptyHint: 'New ones appear by themselves.',
      hint: { mine: 'Held by my seat', unit: 'Held by my unit', overdue: 'Past their limit', called: 'My unit is called to report in', climbed: 'Came up by themselves, being late', sample: 'Solved on the spot, drawn for a look', all: 'Everything open that I may see' },
      empty: { mine: 'Nothing is waiting for you', unit: 'Nothing is waiting for your unit', overdue: 'Nothing is overdue', called: 'Your unit is not called anywhere', climbed: 'Nothing has come up', sample: 'Nothing is drawn for a look', all: 'No open case' },
    },
    views: { title: 'Saved filters', short: 'Saved', none: 'No filter saved yet', name: 'Name for the present filter' },
    climbed: 'Escalated to the next level',
    linked: { title: 'Across the border', open: 'waiting', answered: 'answered', refused: 'not taken', recalled: 'recalled' },
    case: {
      noMatter: 'No matter yet',
      label: 'Case', none: 'Choose a case on the left', noneHint: 'j / k move, Enter opens, ? shows all keys', history: 'The case in full', copy: 'Copy the number', with: 'Now with', joinedTo: 'This case lives on in one of {district}; supporters and progress follow it there, and the reporter hears of the result.', guests: 'Joined from other districts', guest: '{district} · {number} · {n} people concerned', mergedInto: 'This case lives on in another.', openIt: 'Open it',
      masked: 'Restricted: you see an outline only.', parts: 'Parts', merged: 'Merged into this', parent: 'This is a part: open the whole',
    },
    mark: { supervised: 'Supervised', binding: 'Binding', climbed: 'Escalated to {level}', returns: 'Handed back {n}×', reworks: 'Redone {n}×', reopens: 'Reopened {n}×' },
    compartment: { restricted: 'Restricted', sealed: 'Sealed' },
    channel: { field: 'Grid worker', citizen: 'Citizen', hotline: 'Hotline 12345', phone: 'Telephone', counter: 'Counter', email: 'E-mail', open311: 'Open311', device: 'Device', video: 'Video', desk: 'Desk' },
    call: { called: 'Called', arrived: 'Reported in', done: 'Done', released: 'Released', silent: 'Late, silent' },
    callKind: { whistle: 'Whistle', assist: 'Assist' },
    request: { extension: 'Extension', suspension: 'Suspension', dispute: 'Dispute' },
    grade: { good: 'Good', fair: 'Fair', poor: 'Poor' },
    roll: { title: 'Roll-call', count: 'called {called} · arrived {arrived} · silent {silent}', unit: 'Unit', state: 'State', minutes: 'Took', grade: 'Appraised: {grade}' },
    fact: { to: 'to', called: 'called', matter: 'matter', until: 'until', asked: 'asked for', grade: 'appraised', into: 'into', number: 'number there', why: 'because', ended: 'over there' },
    unjoinable: { ended: 'the other case has ended; this one stands on its own again', merged: 'the other case lives on in another; this one stands on its own again', unknown: 'there is no such case that other districts may know of; this one stands on its own again' },
    verdict: {
      verify: { yes: 'It is so', no: 'It is not so' }, check: { yes: 'Passed', no: 'Not passed, do it again' }, decide: { yes: 'Granted', no: 'Declined' }, rate: { yes: 'Solved', no: 'Not solved' }, disclose: { yes: 'May be told', no: 'Must not be told' },
    },
    field: {
      found: 'On the spot', note: 'Note', matter: 'Matter', to: 'Who handles it', reason: 'Reason', passed: 'Result of the check', files: 'Photos or documents', request: 'Which request', grant: 'Decision', units: 'Which units to call', seats: 'Whom to invite', call: 'Which call',
      grade: 'Grade', kind: 'What is asked for', until: 'Until when', due: 'By when', text: 'Words', into: 'Into which case', satisfied: 'Is it solved', allow: 'May the handler know', verify_note: 'What was seen', finish_note: 'What was done', close_note: 'Answer to the reporter',
      whistle_note: 'What they are wanted for', invite_note: 'What help is wanted', transfer_to: 'To whom', split_text: 'What this part is', refer_to: 'Which unit of which district', refer_text: 'What is wanted (all they will read)', link: 'Which request', message_text: 'Words to the reporter', urge_note: 'Why it is urgent', supervise_note: 'What is expected',
    },
    form: {
      wanted: 'Please fill this in', session: 'Your session has ended; log in, then press once more. Nothing is lost.', notNow: 'Things have changed and this cannot be done now; what you wrote is kept here.', keys: 'Ctrl+Enter sends · Esc closes', lead: 'lead', wholeUnit: 'The unit (no post named)',
      otherUnit: 'Find another unit by name', noSeat: 'The list names nobody for this', nextDoor: '{district} · about {m} m', findCase: 'Number or words; those nearby are listed', inDays: 'in {n} d', photos: 'A photo is not up yet: wait, retry or remove it, then send. | {n} photos are not up yet: wait, retry or remove them, then send.', because: 'says “{words}”', suggested: 'Suggested by the words (Enter takes the first)', otherMatter: 'or find another by name or code',
    },
    hint: { accept: 'The time for handling starts when you accept.', message: 'Neither side sees the other’s number.', merge: 'All reporters are kept; it can be undone. The same thing next door can be chosen too; if the other side cannot take it in, this case comes back by itself.', arrive: 'Notes that your unit has reported in.', whistle: 'Those called must report in within the limit.' },
    reveal: { open: 'Show the reporter', title: 'Reporter of {number}', why: 'Only when the work needs it. The reason is kept, and the person can see who looked.', show: 'Show', nothing: 'not given' },
    link: {
      title: 'Link for a contractor (no account)', what: 'They see the matter, the place and your words, and can send words and photos back. It ends on the date or when the case is closed.', name: 'Contractor', note: 'What they shall do', until: 'Valid until', make: 'Make the link', made: 'Link for {name}:', copy: 'Copy the link', revoke: 'Revoke', scan: 'Scan to open the contractor’s link', once: 'Let them scan it, or copy and send it. It is not shown again later; make another when needed.', given: 'Links given out', ended: 'ended',
    },
    ring: { label: 'Urgent notice', take: 'I take it', look: 'Look', sound: 'Sound on', mute: 'Mute', more: '{n} more', drill: 'Drill' },
    phone: {
      short: 'Take a call', title: 'Telephone report', text: 'What is it', textHint: 'Type while listening', where: 'Where', whereHint: 'Building, estate or community', wherePick: 'Choose a place from the list', detail: 'Exact place (number, floor)', name: 'Caller', phone: 'Telephone',
      named: 'The caller may be named to the handler', send: 'File the report', similar: 'Open here already: the same thing?',
    },
    storm: {
      label: 'Many at once', choose: 'Choose {number}', chosen: '{n} chosen', merge: 'Merge into one', dispatch: 'Dispatch all', mergeTitle: 'Merge {n} cases into one', dispatchTitle: 'Dispatch {n} cases', mergeHint: 'One leads, the others become part of it; all reporters are kept, and it can be undone.',
      dispatchHint: 'One after the other, each with its own result.', head: 'Leading case', fileFirst: '{n} are not filed yet: file them under this matter first', progress: '{done} of {of} done, {failed} failed', state: { wait: 'waiting', run: 'working', done: 'done', fail: 'failed', skip: 'leads' },
    },
    keys: {
      short: 'Keys', title: 'Keys', next: 'Next', previous: 'Previous', open: 'Open; again: the main action', back: 'Back, close', search: 'Search', fresh: 'Refresh the queue', queue: 'To the queue', map: 'Map on or off', phone: 'Take a call', take: 'Take what rings', choose: 'Choose', extend: 'Choose on', send: 'Send the form',
    },
    shift: {
      short: 'Hand-over', title: 'Shift hand-over', hand: 'I hand over', note: 'How things stand', promises: 'Promises made', promiseN: 'Promise {n}', promiseHint: 'What was promised, to whom', byN: 'Promise {n} by when', out: 'Who is out', outN: 'Out, line {n}', outHint: 'e.g. the emergency team at Minzhu village', send: 'Sign and hand over',
      how: 'Red and orange tickets and what is late are attached by themselves. It is complete when the next officer signs.', open: 'Red, orange and late', quiet: 'Nothing red or orange, nothing late.', waiting: '{who} handed over {at}; waiting for the next to sign', refs: '{n} red, orange or late cases attached', sign: 'Sign and take over', other: 'The colleague who takes over signs, logged in.', past: 'Earlier hand-overs', both: '{who} handed over {at}, {next} took over {then}',
    },
  },
}
