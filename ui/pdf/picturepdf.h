// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSizeF>

class QImage;

namespace kessai {

/// A PDF whose pages are pictures: what is to be written on a picture needs a file that has room for it.
class PicturePdf final {
public:
    PicturePdf();
    /// Another page of this size in points, wholly filled; its colours are kept, what is transparent is white.
    void addPage(const QImage &picture, QSizeF points);
    /// The whole file.
    QByteArray finish();

private:
    void begin(qsizetype number);

    QByteArray m_bytes;
    QList<qsizetype> m_offsets; ///< by number of the object, from 0
    QByteArray m_kids;
    int m_pages = 0;
};

} // namespace kessai
