// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace kessai {

std::optional<Language> languageOf(const QString &code)
{
    if (code == QLatin1String("ja"))
        return Language::Japanese;
    if (code == QLatin1String("en"))
        return Language::English;
    return std::nullopt;
}

Language languageOf(const QLocale &locale)
{
    return locale.language() == QLocale::English ? Language::English : Language::Japanese;
}

Translations::Translations(Language language) : m_language(language)
{
    use(language);
}

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}

void Translations::use(Language language)
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    m_language = language;
    const bool english = language == Language::English;
    QLocale::setDefault(english ? QLocale(QLocale::English) : QLocale(QLocale::Japanese, QLocale::Japan));
    // Qt's own words first: what is installed last is asked first.
    if (!english && m_qt.load(QStringLiteral("qtbase_ja"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(english ? QStringLiteral(":/translations/kessai_en.qm")
                               : QStringLiteral(":/translations/kessai_ja.qm")))
        QCoreApplication::installTranslator(&m_program);
}

} // namespace kessai
