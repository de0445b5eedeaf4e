"""Made counterparties of bookings: who pays wages, sends bills and sells things. Public utilities carry their real names."""

from __future__ import annotations

EMPLOYERS = (
    "Pemprov Sumatera Utara", "Pemko Medan", "Dinas Pendidikan", "RSUD Pirngadi", "PT Sawit Lestari Abadi", "PT Karet Nusantara Deli", "PT Mitra Logistik Belawan", "CV Sinar Toba Makmur",
    "PT Danau Toba Pariwisata", "Yayasan Pendidikan Harapan", "PT Pangan Deli Sejahtera", "Koperasi Pegawai Maju",
)  # fmt: skip
# biller, least, most
BILLS = (
    ("PLN Prabayar", 50_000, 400_000), ("PLN Pascabayar", 150_000, 900_000), ("PDAM Tirtanadi", 60_000, 320_000), ("BPJS Kesehatan", 42_000, 150_000), ("Telkom IndiHome", 300_000, 520_000),
    ("PBB Kota Medan", 120_000, 800_000), ("Pulsa Telkomsel", 25_000, 200_000), ("Uang Sekolah", 200_000, 1_500_000),
)  # fmt: skip
MERCHANTS = (
    "Kedai Kopi Mandailing", "RM Sederhana Baru", "Bika Ambon Rezeki", "Mie Aceh Bang Jol", "Toko Roti Harum", "Swalayan Irian Baru", "Apotek Sehat Sentosa", "SPBU Ringroad", "Sate Padang Uda",
    "Soto Medan Pak Haji", "Durian Ujong", "Warung Bu Tini", "Toko Buku Ilmu", "Bengkel Jaya Motor", "Laundry Bersih", "Optik Terang", "Pasar Buah Berastagi", "Minimarket Sei Wampu",
    "Kolam Renang Tirta", "Klinik Gigi Senyum", "Toko Ulos Martabe", "Lapo Ni Tondongta", "Bakso Solo Pak Min", "Salon Cantik", "Tiket Kereta Sribilah", "Bus Pariwisata Toba",
)  # fmt: skip
