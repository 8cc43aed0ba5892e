/** The same keys as ../zh/field.ts; a test compares them. */
import duty from './duty'

export default {
  ...duty,
  field: {
    tab: { today: 'Today', report: 'Report', mine: 'Mine', notices: 'Messages', bar: 'Main pages' },
    head: { back: 'Back', settings: 'Settings', queue: 'Waiting to be sent' },
    line: {
      offline: 'No network: work on, it is sent by itself later', waiting: '{n} waiting to be sent', stuck: '{n} need a look', sending: 'Sending…', sent: 'Sent',
      session: 'Session ended, {n} waiting to be sent', asOf: 'As of {when}', asOfOffline: 'No network: as of {when}', live: 'Live', lost: 'Live updates lost, reconnecting',
    },
    today: {
      red: 'Red · do it now', late: 'Overdue', none: 'No limit', today: 'Today', tomorrow: 'Tomorrow', day: 'Due {date}', count: '{n}', mapOrder: 'in walking order',
      empty: 'Nothing to do right now', emptyHint: 'New work shows up here. If you see something, report it.', report: 'Report', called: 'You are called to the spot', more: 'Show more', waits: 'waiting', open: 'Open {what}', pull: 'Pull to refresh',
    },
    duty: {
      left: '{n} to do', week: 'This week', share: 'This week {week}; the ceiling is {ceiling} h, {share}% of it taken', old: 'This is the list of {day}; it is renewed with the network', none: 'No duties today', allDone: 'All done for today', more: '{n} more stops', settled: '{n} done or arranged', failed: 'The list of duties did not load',
      metres: 'about {n} m', today: 'Today', until: 'Any day until {day}', carried: 'There was no time before: make it up when it suits', all: 'All {n} here done', understood: 'All right', callBack: 'Take back',
      tick: { done: 'Done', nothing_found: 'Nothing found', found: 'Found something', skip: 'Skip this time', move: 'Another day', hand_over: 'Hand to a colleague', offer: 'Ask volunteers', take: 'I will do it', give_back: 'Give back', undo: 'Undo' },
      did: { done: 'Noted: {what}', nothing_found: 'Noted, nothing found: {what}', found: 'Became a case: {what}', skip: 'Skipped: {what}', move: 'Moved: {what}', hand_over: 'Handed over: {what}', offer: 'Offered to volunteers: {what}', take: 'Taken: {what}' },
      hint: { skip: 'One reason is enough', move: 'Any day until {day}', hand_over: 'A colleague of the same community takes it on', offer: 'Volunteers and part-timers of this grid may take it', name: 'Say why; looking leaves a trace' },
      sheet: { done: 'Done', found: 'Found something', skip: 'Skip this time', move: 'To which day', hand: 'To whom', name: 'Show the name' }, send: { done: 'Note it', found: 'Make it a case', skip: 'Skip', name: 'Show' },
      note: { done: 'What you saw', found: 'What was found' }, foundHint: 'Place and object are filled in already.', skipHint: 'No need to explain: one reason is enough.', nobody: 'No other colleague in this community now', nameWhy: 'Why you need it', nameReason: 'Visit at the door',
      needNote: 'This matter asks for a sentence', needPhoto: 'This matter asks for a photo or a paper', needFound: 'Say in a sentence what was found', needReason: 'Choose a reason', needWhy: 'Say the reason in a sentence',
      tabs: { week: 'This week', skipped: 'Skipped, and why', away: 'Days away' }, weekHint: 'What comes onto the list each day; times are estimates of the lists.', places: '{n} place | {n} places', nothingNew: 'Nothing new', skippedHint: 'What was skipped in this grid in the last seven days, and why. A reminder only.', skippedNone: 'Nothing was skipped in the last seven days',
      yields: {
        title: 'What was set off, and what gives way', triggered: 'What was set off takes {n} this week.', within: 'The ceiling holds: everything else stands, nothing has to give way.', passed: 'Over the ceiling. Today this may give way:', later: 'Over the ceiling. Duties of the next days give way; those of today stand.', left: 'Without it this week takes {n}.', over: 'Without it this week still takes {n}, over the ceiling: do what was set off and what is urgent. The list office has been told; hand stops over or tell the community if it is too much.',
        and: '; ', because: 'Gives way for it: {what}', item: '{what}, {n} place: {way} | {what}, {n} places: {way}', none: 'Nothing gives way for it', ahead: 'Duties of the next days give way for it', row: { later: 'Gives way to what was set off: another day will do', lapse: 'Gives way to what was set off: it may lapse this time' },
      },
      away: { lede: 'Tell the community which days you are away; somebody will look after your stops. No reason needed.', from: 'From', to: 'Through', keep: 'Tell them', back: 'I am back', kept: 'Told: your grid will be looked after', isBack: 'Welcome back' },
      offers: 'Where you can help', offersNone: 'No help is needed now', offersHint: 'When a grid worker asks for help it appears here.', afterTaking: 'Door and person are shown once you take it',
    },
    offlist: {
      title: 'Off-list work, formalism', lede: 'Goes straight to the list office, past your own town; who reports is not kept.', task: 'Off-list work: how did it come?', formalism: 'Formalism: which kind?', text: 'A few words, no names', mayAsk: 'The list office may ask me back (my account is sealed)', send: 'Send', received: 'Received', due: 'answered by {at}', mine: 'What I reported',
      way: { by_phone: 'By phone', by_chat: 'By chat', on_paper: 'On paper', at_meeting: 'At a meeting', by_app: 'By an app' },
      topic: { off_list: 'Off-list work', forms: 'The same forms again', clock_in: 'Clocking in', ranking: 'Rankings', install: 'Forced apps or log-ins', traces: 'Needless photos, videos, tracks', other_formalism: 'Other formalism' },
      state: { waiting: 'Waiting', asked_back: 'Asked back', replied: 'Answered', dropped: 'Withdrawn' },
    },
    todo: { verify: 'Verify', accept: 'Accept', finish: 'Handle', check: 'Check', arrive: 'Report in', close: 'Close', file: 'File', dispatch: 'Dispatch', resume: 'Resume' },
    report: {
      title: 'Report', photo: 'Take a photo', photos: 'Photos', addPhoto: 'Another', pick: 'From album', removePhoto: 'Remove photo {n}', photoN: 'Photo {n}', badPhoto: 'This picture cannot be opened. Take it again or choose another', squeezing: 'Making the photo smaller…',
      text: 'Description', textHint: 'What do you see? Optional: a photo says enough', textDefault: '现场情况见照片', place: 'Place', locating: 'Finding your position…', accuracy: 'within {n} m', coarse: 'within {n} m only, please check',
      inGrid: 'In {title}', gridLater: 'The grid is found when it is sent', onlyGrid: '{title} (no position)', words: 'Where exactly', wordsHint: 'Building, number, landmark', change: 'Change place', again: 'Locate again',
      denied: 'No permission to locate. Choose a grid, tap the sketch or use a recent place', timeout: 'No position here. Choose a grid, tap the sketch or use a recent place', unavailable: 'Cannot locate. Choose a grid, tap the sketch or use a recent place',
      matter: 'Perhaps', matterNone: 'Leave it open if unsure', matterPick: 'Choose a matter', matterSearch: 'Search matters', matterClear: 'No matter', gridLevel: 'can be solved on the spot', matterEmpty: 'No such matter. You can report without one',
      solved: 'Solved on the spot', solvedHint: 'What did you do? One sentence is enough', solvedMatter: 'With a matter that can be solved on the spot it is closed at once; without one it is reported as usual, with what you did.', solvedOn: 'Will be closed at once', solvedOff: 'Will be reported with what you did',
      send: 'Send', draft: 'Keep as draft, start another', drafts: '{n} draft | {n} drafts', resumed: 'Where you left off', nothing: 'Take a photo or write a sentence', waits: 'Kept; sent when there is network', sentTitle: 'Received', sentNumber: 'Number {number}', sentSolved: 'Closed', sentNext: 'Report another', sentOpen: 'See progress', unsentTitle: 'Kept on this phone',
      unsentHint: 'Sent by itself when there is network, exactly once.', undo: 'Take back', undone: 'Taken back', edit: 'Edit',
    },
    place: {
      title: 'Where', mine: 'My grids', recent: 'Recent places', onSketch: 'Tap the sketch', sketch: 'Sketch of {title}: tap to set the pin, arrow keys to move it', sketchHint: 'Tap the place', noSketch: 'The sketch of this grid is not on the phone yet. Choose the grid', use: 'Use this place', neighbours: 'Neighbouring grids',
      building: 'Building', buildings: 'Choose a building', floor: 'Floor', map: 'On the map', mapHint: 'The map needs network', search: 'Find a building',
    },
    mine: {
      title: 'Mine', reported: 'Reported by me', ground: 'My grid', reportedEmpty: 'Nothing reported from this phone yet', reportedHint: 'What you report and what became of it stays here.', groundEmpty: 'No such case', search: 'Number or words', open: 'Open', ended: 'Ended', drafts: 'Drafts', draftEmpty: '(no words yet)', draftRemoved: 'Draft removed; it can come back for ten minutes', restore: 'Restore', onlyOnline: 'Search needs network',
    },
    case: {
      title: 'Case', now: 'Now', holder: 'Lies with', unit: 'my post', others: 'another unit', due: 'Limit to {clock}', result: 'Result', why: 'Reason', place: 'Place', reported: 'What was reported', timeline: 'What happened', calls: 'Called units', called: 'called', arrived: 'reported in', done: 'done', released: 'released',
      photos: 'Photos of the place', photo: 'Photo {n}', photoFailed: 'The photo cannot be shown now', masked: 'You see only the outline of this case', more: 'Other actions', desk: 'Please do these at the desk', waitsAct: '“{what}” is kept and waits to be sent', notHere: 'There is no such case, or you may not see it', neverSeen: 'This case is not on the phone yet', neverSeenHint: 'Open it once with network; then it is there without, too.', go: 'Directions', copied: 'Number copied', copy: 'Copy number', steps: 'Show all {n} steps', merged: 'Merged into another case', tel: 'Your number is not shown with a message',
    },
    act: {
      verify_yes: 'It is so', verify_no: 'Nothing found', verify_note: 'What you saw', verify_hint: 'Nothing found is a full result', verify_default: '现场核实属实', verify_none: '到现场未发现所反映的情况', check_yes: 'Solved', check_no: 'Not solved', check_note: 'What you saw', note: 'Note', finish_note: 'What did you do? One sentence is enough', contribute_note: 'What you contributed',
      reason: 'Reason', return_hint: 'Why it is not for this post', text: 'Words', message_hint: 'The reporter reads it; neither sees the other’s number', add_hint: 'What else you saw', correct_hint: 'As it should read', withdraw_hint: 'Why (optional)', arrive_point: 'Add where I am now (deleted when the case is closed)', accept_hint: 'The time to handle it starts now', until: 'Until when', kind: 'What you ask for',
      photosOf: '{what}: photos of the place', extension: 'Extension', suspension: 'Suspension', dispute: 'Dispute over responsibility', needPhoto: 'This matter asks for one photo taken afterwards', needDocument: 'This matter asks for a document; a photo will do', matter: 'Matter', send: 'Send', cancel: 'Not now', queued: 'Kept; sent when there is network', missing: 'Please fill this in', noMatter: 'Please choose a matter', resolve_hint: 'Only matters of grid level can end this way', to: 'To', reopen_hint: 'Why it should be opened again', close_note: 'Words for the reporter', close_default: '事项已办结,感谢您的反映', reject_hint: 'The reporter reads the reason', urge_hint: 'Why it is urgent', rated_yes: 'Satisfied', rated_no: 'Not solved',
    },
    step: {
      report: '{who} reported it', report_solved: '{who} reported and solved it', verify_yes: '{who} went and saw: it is so', verify_no: '{who} went and saw: nothing found', reject: '{who} rejected it', file: '{who} filed it', resolve: '{who} solved it on the spot', dispatch: '{who} dispatched it', accept: '{who} accepted it', return: '{who} handed it back', transfer: '{who} transferred it',
      whistle: '{who} whistled for departments', invite: '{who} invited help', arrive: '{who} reported in', contribute: '{who} did their part', release: '{who} released a call', veto: '{who} vetoed', appraise: '{who} appraised a department', object: '{who} objected', ask: '{who} asked for something', decide_yes: '{who} granted it', decide_no: '{who} declined it', rule: '{who} ruled who is responsible', resume: '{who} resumed work', urge: '{who} urged', supervise: '{who} supervises',
      split: '{who} split off a part', finish: '{who} finished, to be checked', check_yes: '{who} checked: solved', check_no: '{who} checked: not solved, back to work', close: '{who} closed it', rate_yes: 'The reporter is satisfied', rate_no: 'The reporter says: not solved', reopen: '{who} opened it again', lift: '{who} raised it a level', merge: '{who} merged it into another case', unmerge: '{who} undid the merge', add: '{who} added', correct: 'The reporter corrected it', withdraw: 'The reporter took it back', message: '{who} left a message', disclose: 'The reporter changed who may know the name',
      remind: 'Limit near: reminded', overdue: 'The limit has passed', rearm: 'Limits recomputed', other: '{who} took a step',
    },
    queue: {
      title: 'Waiting to be sent', intro: 'Kept on this phone, sent by itself when there is network, each exactly once.', empty: 'Nothing is waiting', emptyHint: 'Everything you did has arrived.', removed: 'Removed (can come back for ten minutes)', report: 'Report', photos: '{n} photo | {n} photos', made: 'kept {when}', tries: 'tried once | tried {n} times', nextTry: 'again in {when}', now: 'Try now', remove: 'Remove', restore: 'Restore', look: 'See how it stands', anew: 'Do it on what stands now', again: 'Try again', edit: 'Edit and send', noPhoto: 'Send without this photo',
      maybe: 'The last try got no answer: the server may have it already. If so, take it back on the case after removing it here.', sure: 'Remove it?', other: '{n} of another account wait on this phone; they are sent when that person logs in.', resent: 'Sent again on what stands now',
      why: { sending: 'Sending', next: 'Goes out now', behind: 'Waits for the step before it', offline: 'Waits for network', session: 'Waits for log-in', server: 'The server is not available, it will be tried again', slow: 'The server is busy, it will be tried later', stale: 'Somebody was faster', refused: 'Not accepted', photo: 'A photo cannot be sent', gone: 'The case is no longer within your reach', broken: 'The network broke off, it will be tried again' },
      changed: 'What happened after you kept this:', standsNow: 'Now: {state}', notAllowed: '“{what}” is not possible any more. Remove this step, or open the case and decide anew.',
    },
    notices: { title: 'Messages', empty: 'No messages', emptyHint: 'Results of your reports and new work show up here.', take: 'I take it', taken: 'Taken by {who}', ring: 'Needs you now', drill: 'Drill', before: 'and {n} before it', because: 'Reason: {why}', said: 'Answer: {why}', unread: 'unread', more: 'Earlier messages', reports: 'Result of my report' },
    me: {
      title: 'Settings', holding: 'Post in use', switch: 'Change post', language: '语言 / Language', data: 'Kept on this phone', dataHint: 'Only data of your own grids and what is not sent yet, about {size}', clear: 'Remove what was downloaded', cleared: 'Removed; what waits to be sent is still here', out: 'Log out', outWaiting: '{n} are not sent yet. They stay on this phone and go out when you log in again.', outSure: 'Log out, keep them', formalism: 'Complain about formalism', formalismHint: 'Repeated forms, clock-in, rankings, needless photos: goes straight to the list officer; nobody asks who said it', install: 'Add to home screen', installHint: 'Opens like an app and works without network', version: 'Version', big: 'Large type', looks: 'Who looked at my data',
      large: 'Large type',
    },
    scene: { title: 'Photos of places', hint: 'Buildings, lanes, covers …: dated, without people', lead: 'Choose a place: see how it looks, or take a new photo.', spot: 'Where I am now', here: 'Where I am now', finding: 'Finding the position…', lost: 'No position; please choose a building.', none: 'No buildings are recorded here yet.', other: 'Another place' },
    fresh: { text: 'A new version is ready', use: 'Update', later: 'Later' },
    state: { noPage: 'This page is not on the phone yet; open it with network', loading: 'Loading…', failed: 'It could not be loaded', retry: 'Retry', saved: 'Kept on this phone' },
  },
}
