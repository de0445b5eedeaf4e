"""What customers of made cases complain of, by category, and what they are answered."""

from __future__ import annotations

TOLD = {
    "TRX_FAIL": (
        "Transfer ke bank lain gagal sejak pagi, saldo sudah terpotong tetapi dana belum diterima.",
        "Pembayaran QRIS di warung tidak berhasil, saldo berkurang dan pedagang tidak menerima uang.",
        "Pembelian token listrik gagal, tetapi rekening tetap didebit dua kali.",
        "Tarik tunai di ATM bank lain gagal, uang tidak keluar tetapi saldo berkurang.",
    ),
    "CARD_ATM": (
        "Kartu ATM tertelan mesin di depan pasar, petugas keamanan meminta saya melapor ke cabang.",
        "Kartu debit ditolak di mesin EDC toko swalayan walaupun saldo cukup.",
        "Kartu pengganti belum datang sesudah dua minggu sejak permintaan di cabang.",
    ),
    "DIGITAL_ACCESS": (
        "Tidak bisa masuk ke aplikasi setelah mengganti ponsel, kode OTP tidak pernah datang.",
        "Mutasi rekening bulan lalu tidak tampil di aplikasi seluler.",
        "Akun terblokir setelah salah memasukkan PIN, cabang terdekat jauh dari rumah.",
    ),
    "FRAUD_SCAM": (
        "Saya menerima telepon yang mengaku dari bank, sesudah itu ada transfer keluar yang tidak saya lakukan.",
        "Tiga transfer dini hari ke rekening yang tidak saya kenal. Saya tidak pernah memberikan kode OTP kepada siapa pun.",
    ),
    "FEE_ADMIN": (
        "Biaya administrasi bulan ini dipotong dua kali, mohon dijelaskan dan dikembalikan.",
        "Saldo minimum saya terpenuhi tetapi tetap dikenai biaya di bawah saldo.",
    ),
    "LOAN_CREDIT": (
        "Jadwal angsuran kredit tidak sesuai dengan yang disepakati saat akad.",
        "Angsuran sudah dibayar tepat waktu tetapi masih tercatat menunggak.",
    ),
    "OTHER": (
        "Antrean di cabang terlalu lama, nomor antrean saya terlewat dua kali.",
        "Petugas tidak dapat menjelaskan syarat pembukaan rekening untuk anak saya.",
    ),
}
ANSWERS = (
    "Dana telah kami kembalikan ke rekening Bapak/Ibu hari ini. Mohon maaf atas ketidaknyamanan ini.",
    "Setelah kami periksa, transaksi berhasil diselesaikan dan bukti penyelesaian telah kami kirimkan.",
    "Keluhan Bapak/Ibu sudah kami tindak lanjuti dan layanan kini dapat digunakan kembali.",
)
