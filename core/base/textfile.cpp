// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfile.h"

#include <QStringDecoder>

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

} // namespace kessai
