// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "ui/admin/draftsteps.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// The numbers the office goes by, and those an administrator is about to put in force: one for a key, each from its day on. Every change can be taken
/// back and done again, and what is wrong with them is asked after each.
class ParameterDraft final : public QObject {
    Q_OBJECT

public:
    explicit ParameterDraft(DeskSession &session, QObject *parent = nullptr);

    /// Reads the numbers anew; a draft stays.
    void read();
    const Parameters &parameters() const { return m_parameters; }
    QStringList keys() const;
    /// The row that is in force on a day; none where there is none so early.
    const Parameters::Row *inForce(const QString &key, const QDate &day) const;
    /// All that was and will be of a key, oldest first; of a day the one that counts.
    std::vector<Parameters::Row> history(const QString &key) const;

    /// Who put a row in force, when and why; empty where nobody is known.
    QString madeBy(const Parameters::Row &row) const;

    const std::vector<Parameters::Row> &rows() const;
    const Parameters::Row *drafted(const QString &key) const;
    const std::vector<Bilingual> &problems() const { return m_problems; }
    bool busy() const { return m_busy; }
    void put(const Parameters::Row &row);
    void drop(const QString &key);
    void giveUp();
    bool canUndo() const { return m_steps.canUndo(); }
    bool canRedo() const { return m_steps.canRedo(); }
    void undo();
    void redo();
    void adopt(const QString &reason);

Q_SIGNALS:
    void bookRead();
    void readFailed(const kessai::Error &error);
    void draftChanged();
    void problemsFound();
    void adopted(int numbers);
    void adoptionFailed(const kessai::Error &error);
    void busyChanged(bool busy);

private:
    using Rows = std::vector<Parameters::Row>;
    void change(Rows rows);
    void changed();

    DeskSession &m_session;
    Parameters m_parameters;
    std::vector<SettingAct> m_acts;
    int m_seen = 0; ///< see AdoptParameters, when the draft began
    DraftSteps<Rows> m_steps;
    std::vector<Bilingual> m_problems;
    int m_checks = 0;
    bool m_busy = false;
};

} // namespace kessai
