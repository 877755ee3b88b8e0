// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/routestrip.h"

#include <QSize>
#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

namespace kessai::test {

/// One page with every widget of its kind in all its states, for looking at and for tests that walk over everything.
struct GalleryPage final {
    QString name;
    QSize size;
    std::unique_ptr<QWidget> widget;
    /// Milliseconds until what appears after a moment is there.
    int settles = 220;
};

/// All pages, built in the look in force.
std::vector<GalleryPage> galleryPages();
/// Those of books, whose pages another process draws.
std::vector<GalleryPage> bookPages();

/// A route in the middle of its way: stamped, acting, a consultation of three, the viewer's turn, and a decision to come.
std::vector<RouteStepView> sampleRoute();

std::unique_ptr<QWidget> trayPage();
std::unique_ptr<QWidget> formPage();
std::unique_ptr<QWidget> controlsPage();
std::unique_ptr<QWidget> routesPage();
std::unique_ptr<QWidget> messagesPage();
std::unique_ptr<QWidget> inkPage();

} // namespace kessai::test
