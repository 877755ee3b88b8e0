// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/dayruntext.h"

#include "core/services/dryrun.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace kessai {

namespace {

constexpr qsizetype kMostRunLines = 40;

class RunText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::DayRun)

public:
    static DayRunPart part(const QString &title, QStringList lines, bool serious)
    {
        const qsizetype more = lines.size() - kMostRunLines;
        if (more > 0) {
            lines.resize(kMostRunLines);
            lines.append(tr("and %n more", nullptr, int(more)));
        }
        return {title, std::move(lines), serious};
    }

    static QString broken(const DryRun::BrokenRoute &one)
    {
        const QString where = tr("%1 (%n unit(s): %2)", nullptr, int(one.units.size()))
                                  .arg(one.form.text(englishWording()), one.units.mid(0, 3).join(QStringLiteral("、")));
        return one.brokenToday ? tr("%1, as it is today").arg(where) : where;
    }

    static QString lapsing(const DryRun::LapsingDeputy &one)
    {
        return tr("%1 for %2: %3").arg(one.deputy, one.principal, one.why.text(englishWording()));
    }

    static QString inherited(const DryRun::Inheritance &one)
    {
        const QString to = one.to.isEmpty() ? tr("nobody") : one.to;
        const QString from = one.from.isEmpty() ? tr("nobody") : one.from;
        return tr("%1: %n case(s), %2 → %3", nullptr, one.cases).arg(one.post, from, to);
    }

    static std::vector<DayRunPart> parts(const DryRun &run)
    {
        QStringList broken;
        QStringList lapsing;
        QStringList inherited;
        for (const auto &one : run.broken)
            broken.append(RunText::broken(one));
        for (const auto &one : run.lapsing)
            lapsing.append(RunText::lapsing(one));
        for (const auto &one : run.inherited)
            inherited.append(RunText::inherited(one));
        const bool newlyBroken = std::any_of(run.broken.begin(), run.broken.end(),
                                             [](const DryRun::BrokenRoute &one) { return !one.brokenToday; });
        const bool stranded = std::any_of(run.inherited.begin(), run.inherited.end(),
                                          [](const DryRun::Inheritance &one) { return one.to.isEmpty(); });
        return {part(tr("%n people move", nullptr, run.transfers), {}, false),
                part(tr("%n form(s) whose route finds nobody", nullptr, int(broken.size())), broken, newlyBroken),
                part(tr("%n vacant post(s)", nullptr, int(run.vacant.size())), run.vacant, false),
                part(tr("%n people without a post", nullptr, int(run.withoutPost.size())), run.withoutPost,
                     !run.withoutPost.isEmpty()),
                part(tr("%n deputyship(s) to look at", nullptr, int(lapsing.size())), lapsing, false),
                part(tr("%n post(s) whose waiting cases become another's", nullptr, int(inherited.size())), inherited,
                     stranded)};
    }
};

} // namespace

std::vector<DayRunPart> dayRunParts(const DryRun &run)
{
    return RunText::parts(run);
}

} // namespace kessai
