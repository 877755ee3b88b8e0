// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkwords.h"

#include "ui/caseword.h"

#include <QCoreApplication>
#include <QStringList>

namespace kessai {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kessai::Ink)
};

} // namespace

QString toolName(InkTool tool)
{
    switch (tool) {
    case InkTool::Hand: return Words::tr("Turn pages");
    case InkTool::Pen: return Words::tr("Pen");
    case InkTool::Marker: return Words::tr("Marker");
    case InkTool::Eraser: return Words::tr("Eraser");
    case InkTool::Note: return Words::tr("Sticky note");
    case InkTool::Highlight: return Words::tr("Highlight text");
    }
    return {};
}

QString inkKindName(InkKind kind)
{
    switch (kind) {
    case InkKind::Pen: return Words::tr("Handwriting");
    case InkKind::Marker: return Words::tr("Marker");
    case InkKind::Highlight: return Words::tr("Highlight");
    case InkKind::Note: return Words::tr("Sticky note");
    case InkKind::Bookmark: return Words::tr("Bookmark");
    }
    return {};
}

QString inkKindIcon(InkKind kind)
{
    switch (kind) {
    case InkKind::Pen: return QStringLiteral("pencil");
    case InkKind::Marker: return QStringLiteral("highlight");
    case InkKind::Highlight: return QStringLiteral("cursor-text");
    case InkKind::Note: return QStringLiteral("note");
    case InkKind::Bookmark: return QStringLiteral("bookmark");
    }
    return {};
}

QString audienceName(InkAudience audience)
{
    switch (audience) {
    case InkAudience::Private: return Words::tr("Only me");
    case InkAudience::Chosen: return Words::tr("Chosen people");
    case InkAudience::All: return Words::tr("Everybody");
    }
    return {};
}

QString audienceIcon(InkAudience audience)
{
    switch (audience) {
    case InkAudience::Private: return QStringLiteral("lock");
    case InkAudience::Chosen: return QStringLiteral("user-check");
    case InkAudience::All: return QStringLiteral("users");
    }
    return {};
}

QString inkFoot(const PlacedInk &placed, const QDate &today)
{
    const QString when = shortTime(placed.ink.changedAt, today);
    return (placed.mine ? audienceName(placed.ink.audience) : placed.ink.authorName) + QStringLiteral("  ") + when;
}

QString inkTip(const PlacedInk &placed, const QDate &today)
{
    const Ink &ink = placed.ink;
    QStringList lines{
        Words::tr("%1 by %2, %3").arg(inkKindName(ink.shape.kind), ink.authorName, shortTime(ink.changedAt, today)),
        Words::tr("Read by: %1").arg(audienceName(ink.audience))};
    if (!ink.shape.text.isEmpty() && ink.shape.kind != InkKind::Highlight)
        lines.prepend(ink.shape.text);
    if (placed.changed)
        lines.append(Words::tr("The page has been changed since."));
    return lines.join(QLatin1Char('\n'));
}

QString joiningText(const InkJoining &joining)
{
    QStringList said;
    if (joining.beside > 0)
        said += Words::tr("%n note(s) had been changed on another computer or in another window, too. What was written "
                          "here was kept in the same place as a copy for you alone.",
                          nullptr, joining.beside);
    if (joining.restored > 0)
        said +=
            Words::tr("%n note(s) rubbed out here had been changed elsewhere, and stay.", nullptr, joining.restored);
    if (joining.withdrawn > 0)
        said += Words::tr("%n note(s) that others are not to see any more had been changed elsewhere. They were taken "
                          "from the others, and what was written there was kept as a copy for you alone.",
                          nullptr, joining.withdrawn);
    if (joining.destroyed > 0)
        said +=
            Words::tr("%n note(s) had been destroyed meanwhile, as the meeting provides.", nullptr, joining.destroyed);
    return said.join(QLatin1Char(' '));
}

} // namespace kessai
