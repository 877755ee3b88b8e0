// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/nastypdfs.h"
#include "tests/ui/pdfsamples.h"

#include <algorithm>
#include <random>

namespace kessai::sample {

namespace {

constexpr int kOfEachKind = 24;

using Random = std::mt19937;

qsizetype below(Random &random, qsizetype end)
{
    return static_cast<qsizetype>(random() % static_cast<std::uint32_t>(end));
}

QByteArray withBitsTurned(QByteArray file, Random &random)
{
    const qsizetype bits = 1 + below(random, 60);
    for (qsizetype i = 0; i < bits; ++i) {
        char &byte = file[below(random, file.size())];
        byte = static_cast<char>(byte ^ (1 << (random() % 8)));
    }
    return file;
}

QByteArray withOtherFigures(QByteArray file, Random &random)
{
    for (char &byte : file) {
        if (byte >= '0' && byte <= '9' && random() % 25 == 0)
            byte = static_cast<char>('0' + random() % 10);
    }
    return file;
}

QByteArray withPartsMoved(QByteArray file, Random &random)
{
    for (int i = 0; i < 4; ++i) {
        const qsizetype at = below(random, file.size());
        const QByteArray part = file.mid(at, 1 + below(random, 400));
        file.remove(at, part.size());
        if (random() % 2 == 0)
            file.insert(below(random, file.size()), part + part);
    }
    return file;
}

} // namespace

std::vector<NastyFile> harmedFiles()
{
    // Whose fonts and streams are packed, and whose words lie open.
    const std::vector<NastyFile> whole{
        {QStringLiteral("Japanese"), japanesePdf(2)},
        {QStringLiteral("plain"),
         plainPdf({200, 100}, "BT /F1 24 Tf 20 40 Td (SECRET 123) Tj ET 1 0 0 rg 9 9 50 5 re f")}};
    std::vector<NastyFile> harmed;
    for (const NastyFile &file : whole) {
        Random random(20'261'126);
        for (int i = 0; i < kOfEachKind; ++i) {
            const auto add = [&](const QString &how, const QByteArray &bytes) {
                harmed.push_back({QStringLiteral("%1, %2 %3").arg(file.name, how).arg(i + 1), bytes});
            };
            add(QStringLiteral("cut off"), file.bytes.left(file.bytes.size() * (i + 1) / (kOfEachKind + 1)));
            add(QStringLiteral("bits turned"), withBitsTurned(file.bytes, random));
            add(QStringLiteral("other figures"), withOtherFigures(file.bytes, random));
            add(QStringLiteral("parts moved"), withPartsMoved(file.bytes, random));
        }
    }
    return harmed;
}

} // namespace kessai::sample
