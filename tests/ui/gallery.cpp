// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every widget in every look into PNG files:  ui_gallery DIRECTORY [TRANSLATION.qm [NAME]]
#include "tests/ui/gallerypages.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPainter>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

bool savePicture(QWidget &widget, const QSize &size, int percent, const QString &path)
{
    const qreal ratio = percent / 100.0;
    QPixmap picture((QSizeF(size) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    widget.render(&picture);
    return picture.save(path);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QTextStream out(stdout);
    if (arguments.size() < 2) {
        out << "ui_gallery DIRECTORY [TRANSLATION.qm [BEGINNING OF A NAME]]\n";
        return 2;
    }
    const QDir directory(arguments.at(1));
    if (!QDir().mkpath(directory.path())) {
        out << "cannot make " << directory.path() << '\n';
        return 1;
    }
    QTranslator translator;
    if (arguments.size() > 2 && translator.load(arguments.at(2)))
        QApplication::installTranslator(&translator);

    const QString only = arguments.value(3);

    kessai::Theme theme(app);
    using kessai::FontChoice;
    using kessai::ThemeChoice;
    struct Variant {
        QString name;
        kessai::Appearance appearance;
        int percent;
    };
    const std::vector<Variant> variants{
        {u"light"_s, {ThemeChoice::Light, FontChoice::Standard, 100}, 100},
        {u"dark"_s, {ThemeChoice::Dark, FontChoice::Standard, 100}, 100},
        {u"highcontrast"_s, {ThemeChoice::HighContrast, FontChoice::Standard, 100}, 100},
        {u"light-150"_s, {ThemeChoice::Light, FontChoice::Standard, 100}, 150},
        {u"light-text125"_s, {ThemeChoice::Light, FontChoice::Standard, 125}, 100},
        {u"light-bizud"_s, {ThemeChoice::Light, FontChoice::UniversalDesign, 100}, 100},
    };
    for (const Variant &variant : variants) {
        theme.apply(variant.appearance);
        std::vector<kessai::test::GalleryPage> pages = kessai::test::galleryPages();
        std::ranges::move(kessai::test::bookPages(), std::back_inserter(pages));
        for (kessai::test::GalleryPage &page : pages) {
            if (!page.name.startsWith(only))
                continue;
            page.widget->resize(page.size);
            page.widget->show();
            QEventLoop settle;
            QTimer::singleShot(page.settles, &settle, &QEventLoop::quit);
            settle.exec();
            const QString path = directory.filePath(page.name + u'-' + variant.name + u".png"_s);
            if (!savePicture(*page.widget, page.widget->size(), variant.percent, path)) {
                out << "cannot write " << path << '\n';
                return 1;
            }
        }
    }
    return 0;
}
