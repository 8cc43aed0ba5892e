/** The same keys as ../zh/screen.ts; a test compares them. */
export default {
  screen: {
    open: 'Open', overdue: 'Overdue', density: 'Density', perHousehold: 'open per 100 households', perPlace: 'open per unit below', place: 'Unit',
    tasks: 'For me to do', noTasks: 'Nothing for you to do right now.', dueNext: 'Due next', nothingDue: 'No open cases.', arrivals: 'Just reported by citizens', noArrivals: 'Nothing new was reported.',
    alarms: 'Sensor alarms', noAlarms: 'No sensors are connected yet. Water level, smoke and gas alarms will show here.',
    below: { city: 'Districts', district: 'Towns', town: 'Communities', village: 'Grids' },
    toSee: 'Places to see', nothingToSee: 'No place needs a look.', toVerify: 'verify', toCheck: 'check',
    fourBoards: 'The four boards', boardEmpty: 'This board has no open cases.', overdueOf: '{n} overdue',
    trail: 'Where you are', views: 'Other views', buildings: 'Buildings', year: 'Year sheet', dutyRoom: 'Duty room', hall: 'Public hall', toOwn: 'Back to my unit',
    mapOf: 'Map of {name}; arrows move, Enter goes down', colourBy: 'Colour by',
    pieces: '{n} cases', uncounted: '{n} more cases with restricted access are listed but not counted.', emptyNumber: 'There are no cases here.', moreFailed: 'The rest did not arrive. Please retry.', allShown: 'All {n} shown.', noMatter: 'Matter not set',
    notYours: 'This unit is outside your rights.', noNumbers: 'The numbers cannot be had right now; trying again.',
    asOf: 'As of {at}', leave: 'Leave', mostUrgent: 'Most urgent', noAlarmsShort: 'No sensors connected yet',
    hallSub: 'What happens around us', solvedIn: 'Solved in {month}', beingHandled: 'Being handled', thisMonth: 'This month', solvedMatters: 'Solved this month', openMatters: 'Being handled', byPlace: 'Communities', hallMap: 'Sketch map of communities', hallNone: 'No numbers to publish yet.', scan: 'Scan to report. No sign-up needed', lessThanFive: 'fewer than 5',
    yearWord: 'Year', solvedYear: 'What we solved in {year}', thingsSolved: 'things solved', byMonth: 'By month', byMatter: 'By matter', month: 'M{n}', yearNote: 'To protect privacy, numbers below 5 only say “{less}”.',
    findBuilding: 'Find a building by name or address', noBuildings: 'No buildings are recorded here yet. An administrator can import them.', noSuchBuilding: 'No such building was found.', chooseCommunity: 'Buildings are shown by community; please go down to one first.',
    storeysUnits: '{storeys} storeys, {entrances} entrances', vacant: '{n} vacant', storeys: 'Storeys', entrances: 'Entrances', households: 'Households', people: 'People', vacancies: 'Vacant', lifts: 'Lifts', charging: 'Charging places',
    facade: 'Storeys and doors', facadeOf: 'Front with {storeys} storeys, {entrances} entrances, {doors} doors on each storey', floor: 'F{n}', entrance: 'Entrance {n}', hazards: 'Hazards', noHazards: 'No hazards on record.', openWork: 'Open work', noOpenWork: 'No open work in this building.',
    points: 'Points around', notSaid: 'under 5 or not counted',
    solvedTrend: 'Solved by month this year',
    live: { connecting: 'Connecting', live: 'Live', lost: 'Connection lost, reconnecting', ended: 'Live updates ended' },
  },
}
