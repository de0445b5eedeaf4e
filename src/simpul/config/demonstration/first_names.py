"""Hand-written and productively formed first names of Indonesia; no list of real persons stands behind them."""

from __future__ import annotations

from simpul.config.demonstration.wordlists import words

COMMON_MEN = words(
    """
Muhammad Ahmad Agus Budi Andi Eko Dedi Rudi Hendra Rizki Joko Bambang Adi Arif Dwi Yusuf Irwan Fajar Bayu Wahyu Heri
Iwan Rahmat Teguh Slamet Sugeng Suparman Supardi Abdul Ali Hasan Husein Umar Usman Ibrahim Ismail Ridwan Hamzah Taufik
Ilham Reza Rian Rendi Doni Toni Yanto Deni Ferdi Feri Jefri Hengki Beni Roni Soni Andri Andre Indra Ivan Kevin Steven
Michael Daniel David Yohanes Petrus Paulus Markus Matius Lukas Yakobus Stefanus Antonius Fransiskus Ignasius
Benediktus Leonardus Albertus Robertus Rafael Gabriel Samuel Yosua Elia Natan Yeremia Yesaya Hosea Obaja Gideon Simson
Timotius Togar Tagor Poltak Parlin Parulian Binsar Bonar Bona Tigor Tumpal Tunggul Hotman Hotma Ucok Saut Sahat Sabar
Jonggi Monang Mangasi Mangatas Maruli Marihot Mangara Pardamean Partogi Pahala Ramses Ranto Ruhut Sihol Torang Tongam
Darwin Edison Jhonson Wilson Nelson Marudut Manaek Manahan Mangiring Lamhot Lambok Hasudungan Haposan Hasiholan Holong
Gomgom Dapot Charles Bistok Batara Baringin Amudi Amran Alpian Aldi Galih Gilang Guntur Handoko Haryo Hartono Gatot
Gunawan Wawan Asep Dadang Cecep Ujang Jajang Deden Endang Encep Yayan Nanang Tatang Ade Aep Entis Engkos Oman Koswara
Rohmat Putu Made Nyoman Ketut Wayan Gede Komang Kadek Ngurah Gusti Anak Ida Dewa Sang Alit Daeng Baso Besse Tenri
Sulaiman Zulkifli Zulfikar Zainal Zaini Zaki Yazid Yahya Wildan Wafi Ubaid Thoriq Tarmizi Syukri Syahrul Syafril
Syafri Sofyan Salman Said Sabri Rusdi Rosyid Rizal Rafli Raihan Qodir Nizar Naufal Nasrul Munir Mukhlis Mahmud Maulana
Luthfi Latif Khairul Khalid Kamal Jamil Jalal Iqbal Ihsan Hidayat Hafiz Hadi Hakim Habibi Ghani Fikri Faisal Fadli
Fahri Edi Erwin Darma Chairul Burhan Basri Bahri Azhar Asyraf Aswad Arsyad Anwar Amir Aminullah Alfian Akbar Afif
Aditya Bima Bagas Satria Surya Tirta Putra Pandu Panji Raka Rama Rangga Yoga Yuda Wira Wisnu Krisna Arjuna Abimanyu
Baskara Candra Damar Dimas Galang Ganesha Jaka Jati Kurnia Lintang Mahesa Nata Pratama Prasetyo Rahadi Sakti Tegar
Tantra Ongki Akiong Along Asiong Acong Awi Alex Albert Alvin Andrew Anthony Brian Calvin Christian Dennis Eric
Ferdinand Frans George Hansen Harry Henry Jackson James Jason Jeremy Jimmy Johan John Jonathan Joseph Kenny Leo Louis
Martin Max Nicholas Oscar Patrick Peter Philip Raymond Richard Robert Ronald Rudy Ryan Sebastian Stanley Thomas Tommy
Victor Vincent William Wandi Wendi Weli Famati Faozaro Fatolosa Sokhiaro Yaaro Yason Talizaro Ondroita Otoli Amoni
Siduhu Nofrianto Dalihan Lundu Sumihar
"""
)

COMMON_WOMEN = words(
    """
Siti Sri Dewi Nur Rina Rini Rita Ratna Lestari Wati Yanti Yuni Yuli Ani Ayu Indah Putri Fitri Fitriani Dian Diana Eka
Dwi Tri Endah Endang Erna Erni Evi Eva Ika Ira Ida Iin Lia Lina Linda Lilis Lisa Maya Mega Mira Meri Mita Nina Nita
Novi Novita Oktavia Puji Rahayu Rahma Reni Retno Ria Rika Risa Rosa Rosita Santi Sari Sekar Shinta Sinta Siska Susi
Susan Tina Tini Titi Tuti Umi Vera Vina Vivi Wahyuni Widya Winda Wulan Yeni Yulia Yunita Zahra Zahrani Aisyah Khadijah
Fatimah Maryam Hafsah Halimah Aminah Asma Zainab Ruqayah Salma Salsabila Nabila Naila Najwa Nadia Nadira Mawar Melati
Melur Cempaka Kenanga Kartika Kartini Citra Cinta Bunga Bulan Bintang Permata Mutiara Intan Berlian Kencana Laras
Larasati Anggun Anggraini Anggi Amelia Amanda Alya Aulia Annisa Astuti Asti Asih Arum Arini Apriliani Agustina Adelia
Adinda Rosmawati Rosmaida Rosdiana Roslina Rospita Rotua Romauli Roma Riama Ristauli Risma Rismawati Rumondang Rumiris
Renata Tiurma Tiur Tiarma Tiamsa Tetty Tiolina Tiominar Tioria Tiarlin Sondang Sorta Sortauli Serepina Sarma Sarmauli
Saulina Nurmala Nursaida Nurhaida Nurlela Nurbaya Nurlaila Normawati Nelly Netty Minar Mariana Mardiana Masniari
Masdelima Lamria Lamtiur Lasma Lasmaria Lasria Labora Kristina Kristiani Katarina Ester Elisabet Elfrida Elida Duma
Dumaria Dorkas Deborah Debora Dameria Damaris Clara Cristine Bertha Berliana Bethesda Arta Artauli Angelina Angel
Agnes Agatha Theresia Veronika Yohana Yosefin Yuliana Yustina Wilhelmina Ursula Skolastika Rebeka Rahel Priskila
Paulina Patrisia Natalia Monika Mikaela Martina Marta Magdalena Lusia Ludwina Lidia Klara Kesia Karolina Juliana Joana
Irene Imelda Helena Grace Gracia Gloria Genoveva Florensia Fransiska Felisia Fani Emilia Elsa Elvira Eliana Dorothea
Cicilia Caroline Cindy Catherine Bella Bernadet Aurelia Angela Anastasia Alexandra Meiling Mei Lan Lian Siu Hwa Ling
Xiu Yen Jessica Jennifer Jesslyn Jovita Joice Janet Ivana Ivone Felicia Fiona Evelyn Erica Elaine Della Chelsea Celine
Carissa Brigita Bianca Nia Niar Nias Noni Nanik Nining Nunung Neneng Euis Iis Imas Ikah Entin Elis Eti Cucu Cici Tati
Teti Yayah Yoyoh Rohayati Rukmini Rukiah Rusmini Rusnah Saodah Saidah Sakinah Salamah Salmah Samsiah Sapiah Sarah
Sarinah Sumarni Sumiati Sumini Supatmi Suprapti Surati Suryani Sutinah Tarmini Tukinem Tukiyem Tumini Wagiyem Warsini
Painem Ponirah Poniyem Ngatmi Mujiati Musrifah Mutmainah Maimunah Mahdalena Mahyuni Kamariah Kalsum Jumiati Jamilah
Husna Hasanah Hartati Hamidah Hanifah Habibah Faridah Erlina Erlinawati Darmawati Chairani Chairunnisa Badriah Azizah
Azahra Atikah Arbaiyah Ambarwati Ramlah Rabiah Rohani Rodiah Rumiati Ruslina Yusnidar Yusnita Zubaidah Zuraida
Zuhairiah Zulaikha Syarifah Syafrida Yarniwati Gusnimar Gusnita Desmawati Desmiati Elfiza Elvia Ermita Fauziah
Febriani Gustina Irdawati Jusmaniar Marniati
"""
)

_JAVANESE_ROOTS = words(
    """
Ag Bam Dar Har Her Ir Is Jum Kar Kas Kus Lis Mar Mul Mur Nar Pan Par Pon Pri Pur Rat Rus Sam Sar Sas Sis Sud Sug Suh
Suk Sul Sum Sun Sup Sur Sus Sut Suw Sud Tar Tug Tum Wag War Was Wid Win Wir Wis Yul
"""
)
_JAVANESE_MEN = ("anto", "yanto", "iyanto", "yono", "iyono", "adi", "yadi", "iman", "tono", "jono", "marno", "wan", "naryo", "sito")
_JAVANESE_WOMEN = ("wati", "yati", "iyati", "ningsih", "tini", "yani", "iyah", "inem", "miasih")

_FAITH_ROOTS = words(
    """
Amin Asyari Badr Bahar Burhan Fakhr Fahr Hisam Ihsan Imad Jalal Jamal Kamal Khair Mahy Misbah Muh Muhy Nasr Nizam Nur
Qamar Rafi Saif Salah Sirat Syam Syams Syarif Syihab Taj Taqi Zain Zahr Wahid Haf Fath Alam Bahr Diya
"""
)
_FAITH_MEN = ("uddin", "udin", "ullah", "urrahman", "urrohim")
_PRAISE_ROOTS = words(
    """
Abd Ubaid Hidayat Rahmat Habib Nasr Saif Khair Inayat Fadl Barkat Nikmat Syukur Amanat Ni'mat
"""
)
_PRAISE_MEN = ("ullah", "urrahman", "ulloh", "urrohman", "urrasyid", "ussalam", "ulgani", "ulhakim", "ulkarim", "ulmalik")
_NUR_ENDS = words(
    """
aini asiah aisyah azizah baiti cahaya dahlia diana fadilah faizah fitri hafizah halimah hamidah hasanah hayati hidayah
ida ifah ilahi indah inda isnaini jamilah janah jannah kamilah khalifah khasanah laila laili lela lina liza mala maya
milah mina nisa rahma rahmi rohmah sakinah salim sanah santi siah sida syifa ulfa wahida wati widya yana yani yanti
zahra zakiah zannah
"""
)
_HOPE_ROOTS = words("Ros Mas Dam Lam Sar Tiar Hot Mar Pas Sin Nur Ris Rom Tor Jul Ram Ber Der Er Ul")
_HOPE_ENDS = ("linda", "maida", "mita", "tauli", "maria", "nauli", "mawar", "delima", "hotna", "intan", "sinta", "saida", "dewita", "lenta")
_NEW_ROOTS = words(
    """
Al Ar Az Bra Bry Cal Da De Del Den Dev El Er Fa Far Fel Ga Gal Ha Jef Jo Ka Ken Kev Lar Le Mar Mel Mir Na Nad Nai Ra
Raf Ran Rar Rev Ri Ris Sa Sha Syi Ta Tan Va Val Vi Wil Yas Ze Zi
"""
)
_NEW_MEN = ("vino", "ndra", "dika", "fian", "rgi", "ldo", "no", "ngga", "ffa", "zan", "landy", "briel")
_NEW_WOMEN = ("lina", "sya", "nia", "rissa", "ndini", "lia", "vania", "nita", "shinta", "zahra", "mira", "tiara")


def _formed(roots: list[str], ends: tuple[str, ...] | list[str]) -> list[str]:
    """Every root with every ending, except where equal letters or three consonants would meet."""
    return [root + end for root in roots for end in ends if root[-1] != end[0] and _speakable(root, end)]


def _speakable(root: str, end: str) -> bool:
    return root[-1] in "aeiou" or end[0] in "aeiou" or end[1] in "aeiou"


def _unique(*groups: list[str]) -> list[str]:
    return list(dict.fromkeys(name for group in groups for name in group))


def men() -> list[str]:
    """Men's first names, the most usual ones first."""
    return _unique(
        COMMON_MEN,
        _formed(_JAVANESE_ROOTS, _JAVANESE_MEN),
        _formed(_FAITH_ROOTS, _FAITH_MEN),
        _formed(_PRAISE_ROOTS, _PRAISE_MEN),
        _formed(_NEW_ROOTS, _NEW_MEN),
    )


def women() -> list[str]:
    """Women's first names, the most usual ones first."""
    return _unique(
        COMMON_WOMEN,
        _formed(_JAVANESE_ROOTS, _JAVANESE_WOMEN),
        ["Nur" + end for end in _NUR_ENDS],
        _formed(_HOPE_ROOTS, _HOPE_ENDS),
        _formed(_NEW_ROOTS, _NEW_WOMEN),
    )
