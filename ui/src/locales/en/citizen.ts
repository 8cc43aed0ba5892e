/** The same keys as ../zh/citizen.ts; a test compares them. */
export default {
  site: {
    title: 'Wangge · Report it', skip: 'Skip to content', elder: 'Large type', ordinary: 'Ordinary',
    privacy: 'No account needed. Name and number are kept encrypted; looking at them needs a reason and leaves a record. Place and time are removed from photos before they are sent.',
    staff: 'Staff log in:', console: 'Console', field: 'Field app',
  },
  page: { report: 'Report', follow: 'Progress', find: 'Find a report', lost: 'No such page' },
  home: {
    title: 'See it, report it', lead: 'A photo and a place are enough, without an account. You see who has it and how far it is.',
    shoot: 'Report with a photo', words: 'Without a photo', find: 'See progress', call: 'Call 12345',
    kept: 'Something you had not sent is still here', waiting: 'It is not certain that one report arrived; open it and it is sent again', goOn: 'Go on',
    how: 'How it goes', step1: 'You report', step1more: 'Photo, place, a sentence: whatever makes it clear.', step2: 'The grid looks', step2more: 'A grid worker of the community looks at it on site; then it is filed.',
    step3: 'A unit handles it', step3more: 'The unit responsible has a limit; somebody else checks.', step4: 'You judge', step4more: 'Not solved? Say so, and it is done again.',
  },
  call: {
    title: 'In danger now? Call', lead: 'Danger to life, fire, sudden illness: do not wait here.', 110: 'Police', 119: 'Fire', 120: 'Ambulance',
    now: 'If the danger is happening now, call first:', stillSend: 'After the call you can still report it here.',
  },
  mine: {
    title: 'What I reported', lead: 'Kept on this device only. Remove it on a shared computer.', none: 'Nothing on this device yet. Reports you send are noted here.', support: 'Me too',
    forget: 'Remove', forgetAll: 'Remove all', all: 'All {n}',
  },
  find: {
    title: 'See progress', code: 'Follow code or link', help: 'It is on your slip and looks like 500107.0a1b2c…; the whole link does, too, or scan the QR code with a phone.',
    wrong: 'No follow code found in this. Copy the whole link from the slip; the number alone is not enough.', look: 'Look',
  },
  lost: { title: 'No such page', lead: 'The link may be incomplete. Go to the start, or look by your follow code.', home: 'Start page' },
  report: { title: 'Report something', lead: 'Photo, place, a sentence. Kept on this device as you go: no network or a reload loses nothing.' },
  steps: {
    photo: 'Photo', place: 'Where', words: 'What is it', contact: 'How to reach you', send: 'Look and send', of: 'Step {n} of {all}', nav: 'Back and next',
    toSend: 'Next (may stay empty)', skip: 'No photo, skip', photos: '{n} photos', nothing: 'Not said yet what it is', nowhere: 'Not said yet where it is',
  },
  photo: {
    add: 'Take or choose a photo', more: 'One more', nth: 'Photo {n}', cover: 'Cover', covered: '{n} covered', remove: 'Remove photo {n}', busy: 'Preparing the photo…', when: 'Taken {at}: use it as the time when it happened',
    note: 'At most nine. Place and time are removed from them first. Faces or plates? Use "Cover".',
    wrong: {
      type: 'is not a photo and was left out. Choose a JPG, PNG or the like.', large: 'is too large (over 30 MB or 64 megapixels) and was left out. Choose a smaller one, or a screenshot of it.',
      broken: 'cannot be opened, it may be damaged; it was left out. Take or choose another.', many: 'was left out: nine at most.',
    },
  },
  place: {
    here: 'Use my position', map: 'Choose on the map', looking: 'Finding you…', change: 'Change', usePhoto: "Use the photo's place", search: 'Or search an estate, community or street', searchExample: 'e.g. 民主村',
    none: 'Nothing found. Try another name, or the map.', words: 'Where exactly (optional)', example: 'e.g. building 3, entrance 2',
    outside: 'This point is about {m} m outside every grid; the nearest one was taken. Please check.', rough: 'The position may be off by some {m} m; please check on the map.', nowhere: "Not within the city's grids", take: 'It is here', move: 'Move the map until the cross is on the spot',
    mapTitle: 'Choose on the map', mapHelp: 'Drag the map until the cross in the middle is on the spot.', noMap: 'The map cannot be opened now; use your position or search a name.',
    from: { phone: 'By the phone', map: 'Chosen on the map', photo: "The photo's place", search: 'By name; the community finds the spot by your words' },
    wrong: { denied: 'No permission for the position. Choose on the map or search a name.', unavailable: 'No position now. Choose on the map or search a name.', timeout: 'Finding the position took too long. Try under open sky, or choose on the map.' },
  },
  words: {
    label: 'What is it?', example: 'e.g. rubbish by the door for three days', speak: 'Say it', listening: 'Listening, tap to end', kind: 'It looks like (optional):', none: 'See the photo',
    speech: { refused: 'No permission for the microphone; please type.', failed: 'This device cannot listen now; please type.' },
  },
  questions: { lead: 'Two more questions, to find the right people (optional):', needed: 'Please answer "{what}", too; these go along only together.' },
  similar: {
    title: 'Reported nearby already', lead: 'The same thing? Say "me too" instead of writing it again.', noMatter: 'Not sorted yet', close: 'close by', metres: 'about {m} m', others: '{n} others have it, too', meToo: 'Me too',
    joined: 'You are counted', enough: 'That is it, show progress', undo: 'Undo', other: 'None of these? Just send yours.',
  },
  contact: {
    lead: 'Not needed. If you leave them they are kept encrypted: only people of the command centre see them, with a reason, and every look is recorded.', phone: 'Mobile number (optional)', name: 'Your name (optional)',
    named: 'The people handling it may know who I am', namedMore: 'Otherwise they see neither name nor number and can only leave you a message.',
  },
  send: {
    go: 'Send', busy: 'Sending…', photo: 'Sending photo {n}…', again: 'Send again now', what: 'a photo or a sentence', where: 'the place', and: ' and ', missing: 'Still missing: {what}',
    waiting: 'Not certain yet that it arrived', waitingMore: 'It is kept on this device and sent again when you are online; it will not be filed twice. You can add to it or correct it afterwards.', kept: 'It is kept on this device and sent when you are online.',
    limited: 'A little too fast: it is sent again by itself in {n} s.', discard: 'Do not send, clear it', sure: 'Photos and words are deleted from this device. Sure?', sureWaiting: 'This may have arrived already. Cleared, it is not sent again from here. Sure?',
    discardYes: 'Clear', discardNo: 'Keep',
  },
  side: {
    label: 'About', next: 'After sending', next1: 'At once you get a number and a QR code to follow it.', next2: 'A grid worker looks on site, then it goes to the unit responsible.', next3: 'Somebody else checks the work, then you judge it.',
    private: 'Who sees what', private1: 'Place and time are taken out of photos on your phone.', private2: 'Name and number are encrypted; the handler does not see them unless you agree.', private3: 'People nearby see matter, street and progress; no photo, no words.', private4: 'You can stay anonymous, and take it back.',
    scan: 'Scan to go on with your phone',
  },
  follow: {
    unknown: 'Nothing found', failed: 'Cannot be shown now', gone: 'This device still remembers it.', other: 'Another code', sent: 'Received, thank you', sentMore: 'Keep the number or the QR code below to follow it.',
    next: 'Next:', last: 'Last news', old: 'no connection, this is how it was', what: 'The report', words: 'Your words', matter: 'Matter', where: 'Where', others: 'Also affected', noMatter: 'Not sorted yet',
    steps: 'Every step', earlier: '{n} earlier steps', way: 'Progress',
  },
  station: { received: 'Received', seen: 'Seen', work: 'At work', check: 'Check', done: 'Done' },
  plain: {
    reported: { short: 'Received', long: 'Received, to be looked at', next: 'A grid worker of the community looks on site; if it is so, it is filed.' },
    verified: { short: 'Seen', long: 'Seen on site', next: 'The command centre decides which unit handles it.' },
    filed: { short: 'Filed', long: 'Filed, on its way to a unit', next: 'It goes to the unit responsible, which has a limit.' },
    dispatched: { short: 'Assigned', long: 'Given to the unit responsible', next: 'The unit takes it and begins.' },
    returned: { short: 'Reassigned', long: 'Another unit is being found', next: 'The command centre decides anew who handles it.' },
    in_progress: { short: 'At work', long: 'Being handled', next: 'When it is done somebody else checks on site.' },
    suspended: { short: 'Put off', long: 'Put off for the time being', next: 'It goes on by itself on the date; the reason is below.' },
    checking: { short: 'Check', long: 'Handled, being checked', next: 'If the check fails it is done again; if not, it is closed.' },
    checked: { short: 'Checked', long: 'The check passed', next: 'After closing you are asked whether it is solved.' },
    closed: { short: 'Done', long: 'Done', next: 'If it is not solved, say "Not solved": it is handled again.' },
    rejected: { short: 'Not taken', long: 'Not taken', next: 'The reason is below. If it is wrong you can ask to open it again.' },
    merged: { short: 'Joined', long: 'Joined with the same report', next: 'Others reported the same thing: handled together, and you still see how it goes.' },
    withdrawn: { short: 'Taken back', long: 'You took it back', next: 'Nothing more is done. If the trouble is still there, report it anew.' },
  },
  rate: {
    title: 'Is it solved?', lead: 'Say how it is. There are no marks, and it changes nothing for your next report.', yes: 'Solved', no: 'Not solved', noteYes: 'Anything to say (optional)', noteNo: 'What is not solved? (optional)',
    reopens: 'It will be handled again; after several times it goes to the next level.', send: 'Send',
  },
  acts: {
    title: 'You can', short: 'Write at least two characters.', shots: '{n} chosen, add more', coverNote: 'No faces or plates in the photos, please.',
    add: { title: 'Add words or photos', lead: 'They stand beside the report; the people on it see them.', field: 'What to add', send: 'Add', done: 'Added.' },
    message: { title: 'Leave the handler a message', lead: "Neither sees the other's number.", field: 'Message', send: 'Send message', done: 'Message sent.' },
    urge: { title: 'Urge', lead: 'Reminds the unit that has it now.', field: 'Why it is urgent (optional)', send: 'Urge', done: 'The unit was reminded.', default: 'Please hurry' },
    correct: { title: 'Correct a mistake', lead: 'Possible before filing; what it was stays on record.', field: 'It should read', send: 'Correct', done: 'Corrected.' },
    reopen: { title: 'Ask to open it again', lead: 'Say why it should be handled.', field: 'Reason', send: 'Ask', done: 'Opened again.' },
    disclose: { title: 'Change whether the handler may know who I am', lead: 'From now on.', yes: 'They may', no: 'They may not', field: 'Named', send: 'Save', done: 'Saved.' },
    withdraw: { title: 'Take it back', lead: 'Nothing more is done then, and it cannot be undone.', field: 'Why (optional)', send: 'Take it back', done: 'Taken back.' },
  },
  support: { title: 'You said "me too"', lead: 'You see here how it goes. If it no longer concerns you, take it back and you are not counted.', leave: 'Take "me too" back' },
  slip: {
    title: 'Your slip', qr: 'Scan to follow {number}', number: 'Number', lead: 'Scan or open the link. Whoever has this slip can add to the report or take it back: keep it to yourself.', copy: 'Copy link', copyFailed: 'Copying failed: press the link long to copy it.', print: 'Print slip',
    kept: 'Remembered on this device.', notKept: 'Not remembered on this device.', forget: 'Forget', keep: 'Remember', paper: 'You can also call 12345.',
  },
}
