// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

#include <optional>

class QLocale;

namespace kessai {

/// The languages the program speaks.
enum class Language { Japanese, English };

/// The language of a code as people type it ("ja", "en"); nothing for another.
std::optional<Language> languageOf(const QString &code);
/// English where a locale is English, Japanese everywhere else: it is an office in Japan that uses this.
Language languageOf(const QLocale &locale);

/// Puts the program's words, Qt's own words, and the way numbers are written, into one language, for as long as it lives.
/// Windows made before a change keep the words they were made with.
class Translations final {
public:
    explicit Translations(Language language);
    ~Translations();
    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;

    Language language() const { return m_language; }
    void use(Language language);

private:
    Language m_language;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace kessai
