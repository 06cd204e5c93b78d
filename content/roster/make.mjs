// Makes the demo rosters of Muzaffarpur and Bokeo beside this file: node make.mjs
// Real blocks and districts, invented people. The same seed gives the same files. Phone numbers begin
// with zeros after the country code, so that none can be anybody's.
import { mkdirSync, writeFileSync } from "node:fs";

const THIS_YEAR = 2026;
let state = 20261122;

/** A number from 0 to 1 (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const chance = (p) => random() < p;
const pick = (list) => list[Math.floor(random() * list.length)];
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const normal = () =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const between = (low, x, high) => Math.min(high, Math.max(low, x));
const logistic = (x) => 1 / (1 + Math.exp(-x));
const number = (n, digits) => String(n).padStart(digits, "0");

/** One of a list of [value, weight]. */
function weighted(options) {
  let left = random() * options.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of options) {
    left -= weight;
    if (left < 0) return value;
  }
  return options.at(-1)[0];
}

const words = (text) => text.trim().split(/\s+/);

// ---- names -------------------------------------------------------------------------------------

const HINDU = words(`
  अनीता सुनीता रीता गीता मंजू संजू रंजू किरण पूनम रेखा सीमा नीलम बबीता कविता सविता ममता शोभा उषा
  लक्ष्मी सरस्वती पार्वती फूलमती रामदुलारी शांति मीरा मीना वीणा इंदु बिंदु सुधा प्रभा विभा शीला
  उर्मिला निर्मला कुसुम चंपा गुड़िया पिंकी रिंकू सोनी रानी ज्योति प्रियंका स्वाति अर्चना वंदना
  संगीता रंजीता अंजू माधुरी सावित्री जानकी तारा`);
const HINDU_LAST = [
  ["देवी", 40], ["कुमारी", 22], ["पासवान", 4], ["साहनी", 4], ["मांझी", 3], ["राम", 3], ["रजक", 2],
  ["यादव", 4], ["महतो", 3], ["ठाकुर", 3], ["साह", 3], ["प्रसाद", 2], ["सिंह", 3], ["झा", 2],
  ["मिश्रा", 2], ["मुर्मू", 1], ["सोरेन", 1],
];
const MUSLIM = words(`
  शबनम रुखसाना नसीमा शाहिदा तबस्सुम रजिया फरजाना शहनाज नूरजहाँ अफसाना गुलशन मेहरुन्निसा सलमा जरीना
  नाजनीन हुस्नआरा रौशनआरा नुसरत सायरा हलीमा`);
const MUSLIM_LAST = [["खातून", 45], ["परवीन", 25], ["बेगम", 12], ["बानो", 10], ["निशा", 8]];
const CHRISTIAN = words("मरियम रोजलीन एलिजाबेथ सुसन्ना मार्था");
const CHRISTIAN_LAST = [["टोप्पो", 1], ["किस्कू", 1], ["मसीह", 1]];
const MEN = words("राजेश संजय मनोज अशोक विनोद इमरान");
const MEN_LAST = [["कुमार", 6], ["प्रसाद", 1], ["आलम", 1]];

const LAO_WOMEN = words(`
  ບົວຈັນ ບົວຜັນ ບົວສີ ຄຳແພງ ຄຳຫຼ້າ ຈັນທະລາ ຈັນສະໝອນ ດວງໃຈ ດາວວອນ ແກ້ວຕາ ມະນີວັນ ມາລີ ນ້ອຍ ພອນ
  ພອນສະຫວັນ ສີດາ ສົມຈິດ ສຸກສະຫວັນ ວັນນາ ວິໄລ ລຳພູນ ທອງສີ`);
const LAO_MEN = words(`
  ບຸນມີ ບຸນທັນ ບຸນເພັງ ຄຳສິງ ຄຳຜຸຍ ສົມພອນ ສົມສັກ ສົມບູນ ທອງຄຳ ທອງດີ ວັນທອງ ແສງທອງ ສີພອນ ອຳນວຍ
  ຈັນດີ ໄຊຍະ ໄພວັນ ຫຼ້າ ອ່ອນສີ ເພັດ`);
const LAO_LAST = words(`
  ພົມມະຈັນ ສີສຸວັນ ແກ້ວມະນີ ວົງສາ ອິນທະວົງ ຈັນທະວົງ ພິມມະສອນ ສຸລິຍະວົງ ໄຊຍະວົງ ທຳມະວົງ ລັດຕະນະ
  ແສງມະນີ ບຸນຍະວົງ ພອນສະຫວັນ`);
const UPLAND_WOMEN = words("ໄມ ເຍັງ ຈົວ ປາ");
const UPLAND_MEN = words("ຕົ່ງ ປາວ ເຊັງ ໄຊ");
const UPLAND_LAST = words("ວ່າງ ຢ່າງ ລີ ມົວ ທໍ່");

function hindiName(sex) {
  if (sex === "m") return `${pick(MEN)} ${weighted(MEN_LAST)}`;
  return weighted([
    [() => `${pick(HINDU)} ${weighted(HINDU_LAST)}`, 82],
    [() => `${pick(MUSLIM)} ${weighted(MUSLIM_LAST)}`, 16],
    [() => `${pick(CHRISTIAN)} ${weighted(CHRISTIAN_LAST)}`, 2],
  ])();
}

function laoName(sex) {
  if (chance(0.25)) {
    return `${pick(sex === "f" ? UPLAND_WOMEN : UPLAND_MEN)} ${pick(UPLAND_LAST)}`;
  }
  return `${pick(sex === "f" ? LAO_WOMEN : LAO_MEN)} ${pick(LAO_LAST)}`;
}

/** A name that nobody of the block has yet, where there are enough. */
function fresh(make, taken) {
  for (let i = 0; i < 40; i++) {
    const name = make();
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
  return make();
}

// ---- people ------------------------------------------------------------------------------------

/** By cadre: mean and spread of age, youngest, oldest, share of women, earliest year of the work. */
const CADRES = {
  asha: { age: [42, 8, 25, 59], women: 1, since: 2006 },
  aww: { age: [43, 9, 23, 61], women: 1, since: 1988 },
  anm: { age: [38, 9, 23, 59], women: 1, since: 1990 },
  "asha-facilitator": { age: [44, 7, 30, 58], women: 1, since: 2010 },
  "lady-supervisor": { age: [41, 8, 28, 59], women: 1, since: 1995 },
  bcm: { age: [37, 6, 28, 52], women: 0.4, since: 2010 },
  vhv: { age: [39, 11, 19, 63], women: 0.45, since: 1995 },
  midwife: { age: [32, 7, 22, 55], women: 1, since: 2009 },
  nurse: { age: [35, 9, 22, 58], women: 0.7, since: 1992 },
  "centre-head": { age: [44, 8, 30, 59], women: 0.4, since: 1995 },
  officer: { age: [48, 6, 35, 59], women: 0.4, since: 2000 },
  trainer: { age: [40, 7, 28, 58], women: 0.6, since: 2005 },
  admin: { age: [36, 6, 25, 55], women: 0.5, since: 2012 },
};
const FRONTLINE = new Set(["asha", "aww", "anm", "vhv", "midwife", "nurse"]);

/** The older, the rarer a phone of her own; the trained nearly all have one. */
function device(cadre, age) {
  if (!FRONTLINE.has(cadre)) return "own";
  const older = Math.exp(0.045 * (age - 41));
  const lack = ["anm", "nurse", "midwife"].includes(cadre) ? 0.4 : 0.98;
  return weighted([
    ["own", 70],
    ["shared", 18 * older * lack],
    ["basic", 7 * older * lack],
    ["none", 5 * older * lack],
  ]);
}

let phones = 10000;
function phone(land, worker, earlier) {
  if (worker.device === "none" && chance(0.5)) return "";
  // A household has one number: now and then two of one place give the same.
  const neighbour = earlier.at(-1);
  if (neighbour?.phone && neighbour.unit === worker.unit && worker.device !== "own" && chance(0.2)) {
    return neighbour.phone;
  }
  phones++;
  return (land === "in" ? "+9100000" : "+85600000") + phones;
}

/** Fixed where the guide or a picture shows somebody by name. */
const KNOWN = {
  "KNT-017": { name: "सबीना खातून", sex: "f", born: 1979, since: "2009-06-01", device: "shared" },
  "KNT-F2": { name: "रीमा कुमारी", sex: "f", born: 1984, since: "2014-02-01", device: "own" },
  "HXY-005": { name: "ບົວຈັນ ແກ້ວມະນີ", sex: "f", born: 1986, since: "2015-03-01", device: "own" },
  "HXY-H1": { name: "ສົມພອນ ວົງສາ", sex: "m", born: 1978, since: "2012-01-09", device: "own" },
};

function worker(land, code, cadre, unit, taken, earlier) {
  const known = KNOWN[code];
  const of = CADRES[cadre];
  const sex = chance(of.women) ? "f" : "m";
  const [mean, spread, youngest, oldest] = of.age;
  const age = Math.round(between(youngest, mean + spread * normal(), oldest));
  const begun = between(of.since, THIS_YEAR - age + whole(20, 34), THIS_YEAR - 1);
  const one = {
    code,
    name: known?.name ?? fresh(() => (land === "in" ? hindiName(sex) : laoName(sex)), taken),
    sex: known?.sex ?? sex,
    born: known?.born ?? THIS_YEAR - age,
    language: cadre === "admin" ? "en" : land === "in" ? "hi" : "lo",
    cadre,
    since: known?.since ?? `${begun}-${number(whole(1, 12), 2)}-01`,
    unit,
    device: known?.device ?? device(cadre, age),
  };
  one.phone = phone(land, one, earlier);
  return one;
}

// ---- learning that never was: for the report to have something to show ---------------------------

/** Difficulties of the fifteen items in the order of content/item/form.yaml, as judged there. */
const DIFFICULTIES = [
  -2.2, -0.7, -1.0, -0.1, 0.7, -1.8, -0.9, 0.4, -0.3, 0.9, -1.4, -0.5, 0.1, 0.5, 1.8,
];
/** Which of them are tried on the simulated phone, where help can be had. */
const OBSERVED = [1, 1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1];
/** Whoever is printed in the guide starts with nothing behind her. */
const PRINTED = new Set(["KNT-017", "HXY-005"]);
const FIRST_DAY = Date.UTC(THIS_YEAR, 7, 3);
const LAST_DAY = Date.UTC(THIS_YEAR, 10, 20);

/**
 * @param place how far the place has come: reach and assess in logits, ability in logits
 */
function history(one, place) {
  if (!FRONTLINE.has(one.cadre)) return null;
  const older = (THIS_YEAR - one.born - 41) / 10;
  const lacking = { own: 0, shared: 0.45, basic: 0.9, none: 1.5 }[one.device];
  const reached = chance(logistic(place.reach + 0.2 - 0.25 * older - 0.9 * lacking));
  const assessed = chance(logistic(place.assess + 0.05 - 0.15 * older - 0.4 * lacking));
  const ability = place.ability - 0.35 * older - 0.6 * lacking + 0.9 * normal();
  const answers = DIFFICULTIES.map((difficulty, i) => {
    if (chance(logistic(ability - difficulty))) return "1";
    return chance(0.2) && OBSERVED[i] ? "h" : "0";
  }).join("");
  const modules = assessed
    ? weighted([[4, 70], [3, 18], [2, 12]])
    : weighted([[1, 40], [2, 30], [3, 20], [4, 10]]);
  const day = new Date(FIRST_DAY + Math.floor(random() * ((LAST_DAY - FIRST_DAY) / 864e5 + 1)) * 864e5);
  if (!reached || PRINTED.has(one.code)) return null;
  return [one.code, modules, assessed ? answers : "", day.toISOString().slice(0, 10)];
}

// ---- files -------------------------------------------------------------------------------------

const UNITS = "unit_code,parent_code,level,department,name_en,name_hi,name_lo,time_zone";
const WORKERS =
  "worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,device,first_pin";
const ASSIGNMENTS = "worker_id,role,unit_code,department";
const HISTORY = "worker_id,modules,answers,finished_on";

function write(folder, file, header, rows) {
  mkdirSync(new URL(`${folder}/`, import.meta.url), { recursive: true });
  writeFileSync(
    new URL(`${folder}/${file}.csv`, import.meta.url),
    [header, ...rows.map((row) => row.join(","))].join("\n") + "\n",
  );
}

function writeAll(folder, { units, workers, assignments, histories }) {
  write(folder, "units", UNITS, units);
  write(
    folder,
    "workers",
    WORKERS,
    workers.map((w) => [
      w.code, w.name, w.sex, w.born, w.phone, w.language, w.cadre, w.since, "true", w.unit, w.device,
      "135790",
    ]),
  );
  write(folder, "assignments", ASSIGNMENTS, assignments);
  write(folder, "history", HISTORY, histories);
}

// ---- Muzaffarpur -------------------------------------------------------------------------------

// Code, en, hi, lo, and how far the block has come; Katra and Aurai lie behind, and in Bandra,
// Muraul and Sakra it has hardly begun.
const BLOCKS = [
  ["AUR", "Aurai", "औराई", "ອໍໄຣ", { reach: 0.5, assess: 0.75, ability: -1.5 }],
  ["BDR", "Bandra", "बंदरा", "ບັນດະຣາ", { reach: -1.4, assess: -0.6, ability: 0.05 }],
  ["BCH", "Bochahan", "बोचहाँ", "ໂບຈະຫັນ", { reach: 1.0, assess: 1.2, ability: 0.2 }],
  ["GGT", "Gaighat", "गायघाट", "ໄກຄາດ", { reach: 0.7, assess: 1.0, ability: 0.0 }],
  ["KNT", "Kanti", "कांटी", "ກັນຕີ", { reach: 1.7, assess: 1.6, ability: 0.3 }],
  ["KTR", "Katra", "कटरा", "ກັດຕະຣາ", { reach: 0.4, assess: 0.75, ability: -1.6 }],
  ["KRH", "Kurhani", "कुढ़नी", "ກຸຣະນີ", { reach: 1.5, assess: 1.5, ability: 0.25 }],
  ["MRW", "Marwan", "मड़वन", "ມາຣະວັນ", { reach: 0.5, assess: 0.9, ability: 0.0 }],
  ["MNP", "Minapur", "मीनापुर", "ມີນາປູ", { reach: 0.9, assess: 1.1, ability: 0.15 }],
  ["MTP", "Motipur", "मोतीपुर", "ໂມຕີປູ", { reach: 1.1, assess: 1.2, ability: 0.1 }],
  ["MRL", "Muraul", "मुरौल", "ມຸຣາວ", { reach: -1.0, assess: 0.2, ability: 0.05 }],
  ["MSH", "Mushahari", "मुशहरी", "ມຸສະຫະຣີ", { reach: 1.7, assess: 1.5, ability: 0.3 }],
  ["PRO", "Paroo", "पारू", "ປາຣູ", { reach: 0.8, assess: 1.0, ability: -0.1 }],
  ["SBG", "Sahebganj", "साहेबगंज", "ສາເຮບກັນ", { reach: 0.3, assess: 0.8, ability: 0.0 }],
  ["SKR", "Sakra", "सकरा", "ສັກກະຣາ", { reach: -0.4, assess: 0.5, ability: 0.0 }],
  ["SRY", "Saraiya", "सरैया", "ສະໄຣຍາ", { reach: 0.7, assess: 1.0, ability: 0.1 }],
];

function muzaffarpur() {
  const district = "IN-BR-MZF";
  const units = [
    ["IN", "", "country", "", "India", "भारत", "ອິນເດຍ", "Asia/Kolkata"],
    ["IN-BR", "IN", "state", "", "Bihar", "बिहार", "ພິຫານ", ""],
    [district, "IN-BR", "district", "", "Muzaffarpur", "मुज़फ़्फ़रपुर", "ມຸຊັບຟາປູ", ""],
  ];
  const workers = [];
  const assignments = [];
  const histories = [];
  for (const [short, en, hi, lo, place] of BLOCKS) {
    const block = `${district}-${short}`;
    const taken = new Set(Object.values(KNOWN).map(({ name }) => name));
    const add = (suffix, cadre, unit) => {
      const one = worker("in", `${short}-${suffix}`, cadre, unit, taken, workers);
      workers.push(one);
      const past = history(one, place);
      if (past) histories.push(past);
    };
    const help = (suffix, unit, department) =>
      assignments.push([`${short}-${suffix}`, "helper", unit, department]);

    units.push([block, district, "block", "", en, hi, lo, ""]);
    for (const n of [1, 2, 3]) {
      units.push([
        `${block}-H${n}`, block, "facility", "health", `${en} sub-centre area ${n}`,
        `${hi} उपकेंद्र क्षेत्र ${n}`, `ເຂດສຸກສາລາ ${lo} ${n}`, "",
      ]);
    }
    units.push([
      `${block}-P`, block, "facility", "health", `${en} primary health centre`,
      `${hi} प्राथमिक स्वास्थ्य केंद्र`, `ໂຮງໝໍຊຸມຊົນ ${lo}`, "",
    ]);
    for (const n of [1, 2, 3]) {
      units.push([
        `${block}-S${n}`, block, "sector", "icds", `${en} sector ${n}`, `${hi} सेक्टर ${n}`,
        `ກຸ່ມສູນ ${lo} ${n}`, "",
      ]);
    }

    for (let i = 1; i <= 45; i++) add(number(i, 3), "asha", `${block}-H${Math.ceil(i / 15)}`);
    for (let i = 46; i <= 105; i++) {
      add(number(i, 3), "aww", `${block}-S${Math.ceil((i - 45) / 20)}`);
    }
    for (let i = 106; i <= 120; i++) add(number(i, 3), "anm", `${block}-P`);
    for (const n of [1, 2, 3]) {
      add(`F${n}`, "asha-facilitator", `${block}-H${n}`);
      help(`F${n}`, `${block}-H${n}`, "health");
      add(`L${n}`, "lady-supervisor", `${block}-S${n}`);
      help(`L${n}`, `${block}-S${n}`, "icds");
    }
    add("B1", "bcm", block);
    help("B1", block, "health");
  }
  const taken = new Set();
  const staff = (code, cadre, unit, role, department) => {
    workers.push(worker("in", code, cadre, unit, taken, workers));
    assignments.push([code, role, unit, department]);
  };
  staff("MZF-D1", "officer", district, "officer", "health");
  staff("MZF-D2", "officer", district, "officer", "icds");
  staff("MZF-T1", "trainer", district, "trainer", "");
  staff("KADAM-A1", "admin", "IN", "admin", "");
  writeAll("muzaffarpur", { units, workers, assignments, histories });
}

// ---- Bokeo -------------------------------------------------------------------------------------

const DISTRICTS = [
  ["HXY", "Houayxay", "हुआयसाय", "ຫ້ວຍຊາຍ", { reach: 1.1, assess: 1.0, ability: 0.1 }],
  ["TPG", "Tonpheung", "तोनफेंग", "ຕົ້ນເຜິ້ງ", { reach: 0.9, assess: 1.0, ability: 0.0 }],
  ["MNG", "Meung", "मेउंग", "ເມິງ", { reach: -0.6, assess: 0.4, ability: -0.3 }],
  ["PUD", "Pha Oudom", "फा उदोम", "ຜາອຸດົມ", { reach: 0.5, assess: 0.8, ability: -0.1 }],
  ["PTH", "Pak Tha", "पाक था", "ປາກທາ", { reach: 0.6, assess: 0.9, ability: 0.0 }],
];

function bokeo() {
  const province = "LA-BK";
  const units = [
    ["LA", "", "country", "", "Laos", "लाओस", "ລາວ", "Asia/Vientiane"],
    [province, "LA", "province", "", "Bokeo", "बोकेओ", "ບໍ່ແກ້ວ", ""],
  ];
  const workers = [];
  const assignments = [];
  const histories = [];
  for (const [short, en, hi, lo, place] of DISTRICTS) {
    const district = `${province}-${short}`;
    const taken = new Set(Object.values(KNOWN).map(({ name }) => name));
    const add = (suffix, cadre, n) => {
      const one = worker("la", `${short}-${suffix}`, cadre, `${district}-C${n}`, taken, workers);
      workers.push(one);
      const past = history(one, place);
      if (past) histories.push(past);
    };
    units.push([district, province, "district", "", en, hi, lo, ""]);
    for (const n of [1, 2, 3]) {
      units.push([
        `${district}-C${n}`, district, "facility", "health", `${en} health centre ${n}`,
        `${hi} स्वास्थ्य केंद्र ${n}`, `ສຸກສາລາ ${lo} ${n}`, "",
      ]);
    }
    for (let i = 1; i <= 48; i++) add(number(i, 3), "vhv", Math.ceil(i / 16));
    for (let i = 49; i <= 54; i++) add(number(i, 3), "midwife", Math.ceil((i - 48) / 2));
    for (let i = 55; i <= 60; i++) add(number(i, 3), "nurse", Math.ceil((i - 54) / 2));
    for (const n of [1, 2, 3]) {
      add(`H${n}`, "centre-head", n);
      assignments.push([`${short}-H${n}`, "helper", `${district}-C${n}`, "health"]);
    }
  }
  workers.push(worker("la", "BKO-D1", "officer", province, new Set(), workers));
  assignments.push(["BKO-D1", "officer", province, "health"]);
  writeAll("bokeo", { units, workers, assignments, histories });
}

muzaffarpur();
bokeo();
