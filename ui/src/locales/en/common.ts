/** The same keys as ../zh/common.ts; a test compares them. */
export default {
  app: { name: 'wangge', demo: 'Demo data', demoNote: 'People and cases are invented' },
  action: {
    report: 'Report', verify: 'Verify', reject: 'Reject', file: 'File', resolve: 'Solved on the spot', dispatch: 'Dispatch', accept: 'Accept', return: 'Hand back',
    transfer: 'Transfer', whistle: 'Whistle', invite: 'Invite to assist', arrive: 'Report in', contribute: 'Assistance done', release: 'Release call', veto: 'Veto',
    appraise: 'Appraise', object: 'Object', ask: 'Request', decide: 'Decide', rule: 'Rule', resume: 'Resume', urge: 'Urge', supervise: 'Supervise',
    refer: 'Ask another district', recall: 'Recall', answered: 'Answer from over there', recalled: 'Recalled from over there', split: 'Split off a part', finish: 'Finish', check: 'Check', close: 'Close', rate: 'Rate', reopen: 'Reopen', lift: 'Raise a level', merge: 'Merge', unmerge: 'Un-merge',
    add: 'Add', correct: 'Correct', withdraw: 'Withdraw', message: 'Message', disclose: 'Be named', joined: 'Joined from another district', parted: 'Parted from another district', not_joined: 'Could not be merged', head_ended: 'What it was merged into has ended', remind: 'Reminder', overdue: 'Overdue', rearm: 'Limits recomputed',
  },
  state: {
    reported: 'To verify', verified: 'Verified', filed: 'Filed', dispatched: 'Dispatched', returned: 'Handed back', in_progress: 'In progress',
    suspended: 'Suspended', checking: 'To check', checked: 'To close', closed: 'Closed', rejected: 'Rejected', merged: 'Merged', withdrawn: 'Withdrawn',
  },
  colour: { red: 'Red', orange: 'Orange', yellow: 'Yellow', blue: 'Blue' },
  board: { CENTRE: 'Command centre', DJ: 'Party building', JJ: 'Economy', MS: 'Livelihood', PF: 'Safety & law' },
  level: { city: 'City', district: 'District', town: 'Town', village: 'Community', grid: 'Grid' },
  clock: {
    verify: 'Verify', dispatch: 'Dispatch', report_in: 'Accept', handle: 'Handle', check: 'Check', close: 'Close', call: 'Report in', decide: 'Decide',
    resume: 'Resume', supervise: 'Supervision', climb: 'Escalation',
  },
  time: {
    left: '{span} left', over: '{span} late', ago: '{span} ago', just: 'just now', day: '{n} d', hour: '{n} h', minute: '{n} min',
    provisional: 'provisional', standing: 'clock stopped', workHours: '{h} working h', workMinutes: '{m} working min', workBoth: '{h} working h {m} min', workDays: '{n} working day | {n} working days', days: '{n} day | {n} days',
    paused: 'office closed, goes on {at}', pausedShort: 'goes on {at}', morning: 'tomorrow {at}', tomorrow: 'tomorrow {at}',
  },
  login: {
    newTitle: 'Choose a new password', newWhy: 'You logged in with a one-time password. Choose your own, then go on.', newNow: 'Password so far', newOne: 'New password (10 characters or more)', newSave: 'Save and go on', newChanged: 'Password changed', title: 'Log in', name: 'Account', password: 'Password', enter: 'Log in', again: 'Your session has ended. Please enter your password again', kept: 'Nothing you typed is lost.',
    out: 'Log out', holding: 'Post in use', other: 'Use another account',
  },
  common: {
    send: 'Send', cancel: 'Cancel', save: 'Save', close: 'Close', retry: 'Retry', undo: 'Undo', more: 'More', loading: 'Loading…', search: 'Search',
    none: 'Nothing here', ok: 'OK', yes: 'Yes', no: 'No', required: 'required', optional: 'optional', back: 'Back', next: 'Next', print: 'Print', all: 'All',
    offline: 'No network', reconnecting: 'Connection lost, reconnecting…', caught_up: 'Connected again, everything is up to date', faster: 'Somebody was faster: this is how it stands now. Please read it, then act.',
    copied: 'Copied', note: 'Note', example: 'example', reason: 'Reason', photo: 'Photo', remove: 'Remove', refresh: 'Refresh', language: '中文', done: 'Done',
  },
  map: { note: 'Outlines are a sketch only', locate: 'Locate', nothing: 'No data here', label: 'Map', in: 'Zoom in', out: 'Zoom out', little: 'few', much: 'many', pin: 'Place {n}', lon: 'Longitude', lat: 'Latitude', plain: 'This device cannot draw maps. Please choose from the list.' },
  leave: {
    title: 'Leave cover', short: 'Cover', holding: 'Covering: {post}', lede: 'Ask a colleague to hold your post for the days you are away. It counts once the colleague agrees and ends by itself; no reason is needed.', none: 'No cover at present.', byOther: '{who} covers for me', forOther: 'I cover for {who}', now: 'Covering now',
    state: { asked: 'Waiting for an answer', accepted: 'Agreed', declined: 'Cannot', ended: 'Over' }, accept: 'Agree', decline: 'I cannot', takeBack: 'Take back', end: 'End early', new: 'Ask for cover', post: 'Which post', from: 'First day', to: 'Last day', who: 'Whom to ask', nobody: 'No colleague of this unit or the one above can cover. Ask the security administrator.',
    ask: 'Send the request', ofUnit: 'Covers', ofUnitNone: 'Nobody is covered in this unit at present.', pair: '{deputy} for {away}',
  },
  parts: { photoGone: 'This file cannot be shown' },
  cover: {
    title: 'Cover faces and plates', help: 'Draw across a face or plate and it turns into coarse squares; drag one to move it. Faces that the phone finds are covered first: please check. All this happens on your phone; the original is not sent.', picture: 'The photo being covered', nth: 'Cover {n}',
    keys: 'Keys: "Add one", arrow keys move it, Shift with arrows resizes, Delete removes.', add: 'Add one', remove: 'Remove this', keep: 'Covered', nobody: 'No faces or plates',
    suggest: 'Are there faces or plates in the photos? Please cover them first.', look: 'Cover', none: 'There are none',
  },
  scene: {
    title: 'Photos of the place', none: 'There are no photos yet.', add: 'Add a photo', of: '{name} as it looks', day: 'taken {day}', age: { today: 'today', days: '{n} day ago | {n} days ago', months: '{n} month ago | {n} months ago', years: '{n} year ago | {n} years ago' }, older: 'Older ones ({n})', by: 'uploaded by {called}',
    audience: { staff: 'seen by whoever holds a post', community: 'seen by the community and those above it' }, who: 'Who sees it', taken: 'Day it was taken', choose: 'Take or choose a photo', other: 'Another one', noPeople: 'No people in the picture (faces and plates are covered)', noPeopleWhy: 'A picture with people is not kept. Cover them first, or take one without people.',
    save: 'Keep the photo', saved: 'The photo is kept', back: 'Take back', backSure: 'The picture is erased and cannot be restored.', backDo: 'Take back and erase', keep: 'Keep', picture: '{name}, taken {day}', opened: 'The photo, enlarged', wrong: { type: 'Please choose a photo.', large: 'The photo is too large.', broken: 'The photo cannot be opened; take another.' }, online: 'Keeping a photo needs the network.',
  },
}
