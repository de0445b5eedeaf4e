"""Family and last names of Indonesia: Batak marga, Karo, Nias, Minang, Malay, Javanese, Chinese-Indonesian and others."""

from __future__ import annotations

from simpul.config.demonstration.wordlists import words

BATAK = words(
    """
Siregar Nasution Harahap Lubis Hasibuan Daulay Pulungan Rangkuti Batubara Ritonga Hutabarat Hutagalung Hutapea
Hutajulu Hutasoit Hutauruk Hutahaean Hutagaol Panggabean Simatupang Simanjuntak Simanungkalit Simangunsong Simarmata
Simamora Simbolon Simorangkir Simaremare Sinaga Sihombing Sihotang Silalahi Silaban Silitonga Sinambela Sinurat Sirait
Sitanggang Sitohang Sitompul Sitorus Situmorang Situmeang Siahaan Siagian Sianturi Sianipar Siallagan Siboro Sibarani
Sibuea Sidabutar Sidabalok Sidabariba Sidauruk Sigalingging Sigiro Manalu Manurung Manik Manullang Marbun Marpaung
Malau Matondang Mungkur Lumbantobing Lumbangaol Lumbanraja Lumbantoruan Lumbanbatu Lumbansiantar Nababan Nadeak
Nadapdap Naibaho Nainggolan Napitupulu Naipospos Pakpahan Pandiangan Pangaribuan Panjaitan Pardede Pardosi Parhusip
Pasaribu Pohan Purba Rajagukguk Rumahorbo Rumapea Samosir Saragih Saragi Sagala Saing Tambunan Tampubolon Tamba
Tarihoran Tobing Togatorop Tumanggor Turnip Aritonang Aruan Ambarita Banjarnahor Bakkara Banurea Berutu Bintang
Boangmanalu Butarbutar Damanik Dasopang Dongoran Gultom Gurning Haloho Hombing Gurusinga Munthe Padang Solin Cibro
Capah Bancin Angkat Kudadiri Lingga Maha Girsang Sipayung Sumbayak Sigumonrong Dalimunthe Dasuha Saruksuk Sormin Regar
Parapat Tanjung Mardia Rambe Tinambunan
"""
)
KARO_NIAS = words(
    """
Ginting Sembiring Tarigan Karokaro Peranginangin Bangun Barus Bukit Depari Gurky Kaban Kacaribu Kembaren Keliat
Ketaren Kemit Manjerang Meliala Milala Munte Pandia Pelawi Pinem Purwandari Sebayang Sinuhaji Sinukaban Sinulingga
Sinuraya Sitepu Singarimbun Sukatendel Surbakti Suka Tambun Ujung Singarimba Brahmana Beru Karosekali Gersang Silangit
Tegur Gulo Zebua Zega Zendrato Zai Telaumbanua Telambanua Halawa Harefa Hulu Laoli Lase Mendrofa Nazara Waruwu Daeli
Gea Larosa Lahagu Laia Duha Dakhi Fau Bali Bate'e Bulolo Buulolo Bu'ulolo Giawa Gowasa Hia Hondro Manao Ndraha Ndruru
Nehe Ziliwu Maduwu Sarumaha Loi Wau Zagoto Zandroto Ziraluo Baeha Zamili Zalukhu Gori Maruhawa Warasi Tafonao Hura
Humendru Dohare
"""
)
MINANG_MALAY = words(
    """
Piliang Chaniago Caniago Koto Sikumbang Guci Jambak Melayu Pitopang Payobada Panyalai Singkuang Bendang Mandailing
Bodi Dalimo Dt Bandaro Sutan Sidi Marajo Malin Basa Mangkuto Rajo Batuah Zainal Burhanuddin Syahputra Syahfitri Syafii
Sinar Chandra Pohan Barasa Rangkayo Bagindo Pamuncak Tuanku Sampono Kampai Domo Supanjang Sumagek Patopang Tan Malaka
Nasri Syahrir Navis Hamka Natsir Yunus Anas Zen Zein Aziz Arifin Effendi Effendy Ismail Idris Jafar Bakar Ramli Razak
Rashid Said Saleh Salim Samad Sani Shahab Alatas Alaydrus Assegaf Albar Alhabsyi Alkaff Aljufri Bafadal Baswedan
Bawazier Basalamah Badjuber Bahasuan Basyaiban Baraja Bamatraf Bajri Harharah Sungkar Thalib Shihab Syahab Yahya
Muthahar Maulachela Hamid Hamzah Harun Hasyim Hamdan Hakim Habib Fauzi Fahmi Fadhil Darwis Daud Burhan Bustami Basri
Azmi Aswar Asnawi Arsyad Amri Amin Alwi Akmal Adnan Abidin Usman Umri Taher Tahir Sulaiman Sofyan Siddiq Sabirin
Ridwan Rauf Rahman Rahim Rafiq Qasim Pulungan Osman Nurdin Nasir Muslim Musa Muin Mukti Mansur Mansyur Malik Mahmud
Latif Kasim Kadir Jalil Ishak Ilyas Husin
"""
)
JAVANESE_SUNDANESE = words(
    """
Santoso Wibowo Nugroho Setiawan Kurniawan Hidayat Saputra Prasetyo Susanto Gunawan Wijaya Kusuma Purnomo Utomo Suryadi
Raharjo Sutrisno Widodo Mulyono Handoko Hartono Haryanto Hariyadi Subagyo Sudarsono Supriyadi Supriyanto Suharto
Sukarno Suwarno Suyanto Sutanto Iskandar Irawan Firmansyah Ramadhan Maulana Permana Pratama Mahendra Wicaksono Wardana
Wardhana Yulianto Yudhistira Hermawan Herlambang Budiman Budiarto Cahyono Cahyadi Darmawan Darsono Djatmiko Ekawati
Gumelar Hadiwijaya Hendrawan Indrawan Jatmiko Kartasasmita Kusnandar Laksana Laksmana Lesmana Margono Nurhadi
Oktaviani Pamungkas Pangestu Perdana Prabowo Pradana Pranoto Pranata Purwanto Puspita Putra Putri Rachmawati Rahardjo
Rahayu Rahmawati Ramadhani Riyadi Riyanto Rusdiana Sadikin Safitri Sanjaya Saputri Sasmita Sasongko Setiadi Setyawan
Soemantri Soepomo Sudirman Sudrajat Sugiarto Suhendra Sulistyo Sumantri Sumarna Sunarya Supratman Suryana Suryono
Suryanto Suseno Syahputra Trenggono Trianto Wahyudi Waluyo Wardoyo Wiranata Wirawan Yuniarto Yuwono Anggraini Astuti
Lestari Wulandari Handayani Maharani Pertiwi Kusumawati Damayanti Puspitasari Wahyuni Novianti Utami Hapsari
Purnamasari Kartikasari Permatasari Ningrum Ningsih Setyowati Sulistyowati Widyastuti Widiastuti Yuliana Yulianti
Susilowati Hastuti Andriani Apriyani
"""
)
CHINESE = words(
    """
Tan Lim Lie Liem Oei Ong Go Gouw Thio Tjia Tjan Tjoa Kwee Kho Khoe Kang Han Halim Salim Wong Wang Chen Chandra Candra
Hartanto Hartono Hadinata Tanoto Tanujaya Tansil Tantowi Limanto Limbong Lukito Loekito Wibisono Winata Wijaya Widjaja
Wirya Suryadinata Susilo Sutedja Sutanto Sudono Setiabudi Setiadi Santosa Sasmito Riady Rusli Pangestu Onggo
Ongkowijaya Oentoro Nursalim Ngadiman Mulia Mulyadi Muliawan Lesmana Leman Kusnadi Kosasih Komala Jusuf Juwono Jaya
Irawan Intan Honggo Husodo Hermanto Haliman Gozali Gunadi Gotama Gondo Ganda Fransisca Effendi Djohan Djaja Darmadi
Cokro Ciputra Cahyadi Budiono Budihardjo Bintoro Atmadja Arifin Angkasa Angkosubroto Alim Tjandra Tjahjadi Tjokro
Tedjo Suwandi Yap Yapari Yauw Yo Yong Zheng Zhang Xu Wu Wen Tjong Tjhin Tjin Thamrin Teng Tee Sie Siauw Siah Ng Nio
Njoo Lo Loe Liong Lau Lai Kwik Kwan Kwok Kuo Kok Koe Jong Jap Hong Hioe Ho Hie Goh Gan Eng Chung Chua Chong Chin Chia
Chang Chan Bun Bong Bing
"""
)
OTHERS = words(
    """
Pattiasina Pattinama Latuconsina Latuheru Latumahina Leimena Matulessy Manuputty Nanlohy Pelupessy Patty Pical Rehatta
Risakotta Salampessy Sahetapy Soplanit Souhuka Tuhumury Tupamahu Tutupoly Wattimena Wattimury Mandagi Mamahit Manopo
Lumenta Lasut Kawilarang Kalalo Kaunang Karamoy Kandou Mantiri Maramis Mangindaan Pangemanan Pangkey Pelealu Polii
Rondonuwu Rumengan Runtuwene Sondakh Sompie Sumual Supit Tangkudung Tumbelaka Tumewu Tuerah Walangitan Wenas Wowor
Wullur Mokoginta Daeng Paewang Palaguna Pallawa Parenrengi Patunru Petta Tahir Tenriawaru Rante Sampe Tandi
Tangdilintin Tallo Lembang Allo Bunga Kala Palimbong Pasande Patandianan Pongsapan Rantepao Salurante Sarira
Tandirerung Tikupadang Suastika Sudiana Suardana Sukerta Sutama Wirawan Widiana Wiguna Pastika Parwata Mahardika
Dharmawan Arnawa Artana Budiasa Darmayasa Adnyana Aryasa Astawa Ardana Bagiada Darmaputra Lolo Bere Nahak Seran Klau
Taek Tefa Tnunay Usfinit Bria Kefi Naiboho Banunaek Benu Boimau Fallo Foeh Lay Lusi Manafe Mesah Ndun Nenohai Nope
Oematan Pah Radja Riwu Saba Tallo Tanesib Toelle Tunliu Wanggai Wenda Yikwa Yoman Tabuni Telenggen Rumbiak Rumkorem
Rumbekwan Mandacan Mambor Korwa Kambu Kogoya Kafiar Dimara
"""
)

_COURT_ROOTS = words(
    """
Adi Arya Bagas Bima Candra Cakra Danu Darma Giri Hadi Harja Indra Jaya Karta Kerta Krama Mangku Marta Mulya Nata Niti
Pandu Prana Prawira Purba Raksa Rangga Ratna Reksa Sastra Satya Setya Singa Soma Sukma Sura Surya Tirta Wangsa Wasita
Wira Wirya Yuda
"""
)
_COURT_ENDS = (
    "wijaya",
    "kusuma",
    "kusumo",
    "dinata",
    "negara",
    "atmaja",
    "saputra",
    "laksana",
    "subrata",
    "diredja",
    "widjaja",
    "menggala",
    "praja",
    "winata",
    "disastra",
    "miharja",
    "ningrat",
    "sentika",
)
_TRADER_ROOTS = words(
    """
Tan Lim Gun Har Sus Wid Sut Kus Bud Sant Jun Hend Herm Ongk Wink Lian Kos Sug Fen Yus Chand Gand Hid Jon Kart
"""
)
_TRADER_ENDS = ("awan", "anto", "ajaya", "adi", "ono", "atama", "adinata", "iawan", "adharma", "oso", "iwan", "arto")
_SEA_ROOTS = words("Ba La Ma Pa Ra Sa Ta Wa Tu Lu Ru Ka")
_SEA_ENDS = ("tumbuan", "kapoy", "lengkong", "rantika", "nusemba", "molosi", "paruntu", "senduk", "wondal", "ngkirang", "tukolan", "rembet")


def family_names() -> list[str]:
    """Last names, the most usual of each people taking turns."""
    groups = [
        BATAK,
        JAVANESE_SUNDANESE,
        MINANG_MALAY,
        CHINESE,
        KARO_NIAS,
        OTHERS,
        [root + end for root in _COURT_ROOTS for end in _COURT_ENDS if not end.startswith(root.lower())],
        [root + end for root in _TRADER_ROOTS for end in _TRADER_ENDS if root[-1] != end[0]],
        [root + end for root in _SEA_ROOTS for end in _SEA_ENDS],
    ]
    turns = max(map(len, groups))
    weights = (3, 3, 2, 1, 1, 1, 2, 1, 1)
    mixed: list[str] = []
    for turn in range(turns):
        for group, weight in zip(groups, weights, strict=True):
            mixed.extend(group[turn * weight : (turn + 1) * weight])
    return list(dict.fromkeys(mixed))
