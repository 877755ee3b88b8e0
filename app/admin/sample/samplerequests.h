// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/sampleleaves.h"
#include "app/admin/sample/samplevouchers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace kessai {

/// Writes requests as the people of the sample office would: reasons, subjects and texts from resources/sample/texts.json and
/// the lines of the budget. What it writes may break a rule of the form (two leaves on one day); whoever files it checks.
class SampleRequests final {
public:
    SampleRequests(const SampleOffice &sample, const SampleDirectory &directory, const WorkingTime &time,
                   const Parameters &parameters, Dice dice);

    SampleRequest write(const SampleFiling &filing);
    /// Keeps the subject of a draft that was written, so that its unit does not draft the same again.
    void remember(StaffId drafter, const SampleRequest &request);
    /// The same request after it came back: a little less, or said more clearly.
    SampleRequest corrected(SampleRequest request);
    /// One of the sentences of a list in texts.json ("returnReasons", ...).
    QString sentence(const char *list);

private:
    SampleRequest overtime(const SampleFiling &filing);
    SampleRequest weekendDuty(const SampleFiling &filing);
    static SampleRequest leave(SampleLeaves::Leave leave);
    SampleRequest draft(const SampleFiling &filing);
    QJsonObject work(const char *list, const SampleFiling &filing);
    const QJsonObject &draftTemplate(const SampleFiling &filing, const SampleBudgetLine *&line);
    void classify(QJsonObject &fields, const SampleFiling &filing);
    SampleRequest draftOnce(const SampleFiling &filing);
    QString subjectKey(StaffId drafter, const QString &subject) const;

    const SampleOffice &m_sample;
    const SampleDirectory &m_directory;
    const WorkingTime &m_time;
    Dice m_dice;
    QJsonObject m_texts;
    SampleLeaves m_leaves;
    SampleVouchers m_vouchers;
    std::vector<QJsonObject> m_budgetDrafts;
    std::vector<QJsonObject> m_drafts;
    QSet<QString> m_subjects; ///< drafted so far, by unit
};

} // namespace kessai
