// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfile.h"

#include <QStringDecoder>
#include <QStringEncoder>

namespace kessai {

std::optional<QString> textOfFile(const QByteArray &file)
{
    // What ends in the middle of a character does not go unnoticed: a line end is no second half of one.
    const QByteArray whole = file + '\n';
    for (const char *name : {"UTF-8", "CP932"}) {
        QStringDecoder decoder(name);
        const QString text = decoder.decode(whole);
        if (!decoder.hasError() && !text.contains(QChar::ReplacementCharacter))
            return text;
    }
    return std::nullopt;
}

namespace {

QByteArray inCp932(const QString &text)
{
    QStringEncoder encoder("CP932");
    return encoder.encode(text);
}

} // namespace

QString charactersOutside(const QString &text, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf8)
        return {};
    QString outside;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = text[i].isHighSurrogate() ? 2 : 1;
        const QString one = text.mid(i, length);
        // What has no place in it comes back as something else.
        QStringDecoder decoder("CP932");
        if (QString(decoder.decode(inCp932(one))) != one && !outside.contains(one))
            outside += one;
        i += length;
    }
    return outside;
}

QByteArray fileOfText(const QString &text, TextEncoding encoding)
{
    Q_ASSERT(charactersOutside(text, encoding).isEmpty());
    return encoding == TextEncoding::Cp932 ? inCp932(text) : QByteArray("\xEF\xBB\xBF") + text.toUtf8();
}

} // namespace kessai
