// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>

/// Documents for the tests of the viewer, good, odd and hostile, all made here.
namespace kessai::sample {

/// A4 pages written by Qt with embedded Japanese fonts; each has its number, 行政手続, and 会計課 broken over a line end.
QByteArray japanesePdf(int pages);
/// One page of these points with this content stream and, for text, Helvetica (not embedded) as /F1.
QByteArray plainPdf(QSize points, const QByteArray &content, const QByteArray &pageExtra = {});
/// A plain file of several objects; the first is the catalog. Offsets and cross references are made here.
QByteArray rawPdf(const QList<QByteArray> &objects);
/// A stream of these bytes, to be one of the objects.
QByteArray streamObject(const QByteArray &dictionary, const QByteArray &content);
/// Two pages: the left of the first one's upper half leads to the second, its right to https://www.city.example/kaigi, the lower half to a
/// file of the computer.
QByteArray linkedPdf();
/// A page whose form draws itself twice, and so on, 27 times: seconds of work in a kilobyte. The second page is plain.
QByteArray operatorBomb();
/// Japanese text in a font that is neither embedded nor named on this machine, with a predefined encoding.
QByteArray unembeddedJapanesePdf();
/// AES-256, opens with the user's password kPassword and shows "SECRET 123".
QByteArray encryptedPdf();
extern const QString kPassword;
/// RC4 40 bit, opens with "pw".
QByteArray oldEncryptedPdf();

/// The left half red, the right half blue.
QByteArray halvesImage(QSize size, const char *format);
/// A PNG whose header promises this size and whose data ends at once.
QByteArray lyingPng(quint32 width, quint32 height);

} // namespace kessai::sample
