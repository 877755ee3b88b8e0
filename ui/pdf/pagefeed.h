// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/failuretext.h"
#include "ui/pdf/renderprotocol.h"
#include "ui/pdf/textindex.h"

#include <QImage>
#include <QObject>

namespace kessai {

/// Pages to be shown, of one document or of several: what a PageArea and a column of small pages ask for, and what tells them when it has
/// come. Several viewers may look at one feed; each says for itself what it wants.
class PageFeed : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// What the pages are of, for people.
    virtual QString name() const = 0;
    virtual int pageCount() const = 0;
    /// Room to lay out, in points, never empty.
    virtual QSizeF layoutSize(int page) const = 0;
    QList<QSizeF> layoutSizes() const;
    /// Pictures are not blown up to fill the view.
    virtual bool isPicture() const { return false; }
    /// Pages that begin a part of their own, ascending: small pages have a heading there, and of two pages side by side it is the left one.
    virtual QList<int> partStarts() const { return {}; }
    /// What the part that begins with this page is called; empty where none begins.
    virtual QString partTitle(int page) const;
    /// What a page is called besides its number; empty for nothing.
    virtual QString pageName(int page) const;

    /// Says what a viewer shows now and may show next, in place of what it said before; what was wanted by nobody else and not begun is
    /// forgotten.
    virtual void want(const QObject *viewer, const QList<PageRequest> &visible, const QList<PageRequest> &ahead) = 0;
    /// Small images, drawn after what is to be seen and before what may be next.
    virtual void wantThumbnails(const QObject *viewer, const QList<PageRequest> &thumbnails) = 0;
    /// The image as asked for; null until pageChanged() tells of it.
    virtual QImage image(const PageRequest &request) const = 0;
    /// The whole page at another size, to be stretched meanwhile; null when there is none.
    virtual QImage standIn(int page, int quarterTurns, QSize wanted) const = 0;
    /// None for a page that is shown or still on its way.
    virtual RenderFailure pageFailure(int page) const = 0;
    /// What stands in the place of a page that failed.
    virtual FailureText failureText(int page) const;
    /// Draws a page that took too long or failed once more, with more time.
    virtual void retryPage(int page) = 0;

    /// By page.
    virtual const QList<TextHit> &hits() const = 0;

Q_SIGNALS:
    /// Another image or failure is there for this page.
    void pageChanged(int page);
    /// Pages turned out to have other sizes than those laid out.
    void sizesChanged();
    void hitsChanged();
};

} // namespace kessai
