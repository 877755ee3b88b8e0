// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/returnreasons.h"
#include "core/ports/settings.h"
#include "ui/admin/draftsteps.h"

#include <QObject>

namespace kessai {

class DeskSession;
struct Error;

/// Why vouchers go back, as the office words it, and the next list while an administrator writes it.
class FaultDraft final : public QObject {
    Q_OBJECT

public:
    explicit FaultDraft(DeskSession &session, QObject *parent = nullptr);

    /// Reads the lists anew; a draft stays.
    void read();
    /// By their first day, the newest of each; the shipped one is not among them.
    std::vector<const FaultList *> lists() const;
    /// A code for a reason that is added.
    QString freeCode() const { return freeFaultCode(list(), m_lists); }
    /// What is offered on a day.
    std::vector<VoucherFault> on(const QDate &day) const { return voucherFaultsOn(m_lists, day); }

    /// Who put the list of a day in force, when and why; empty where it is the shipped one.
    QString madeBy(const QDate &day) const;

    bool writing() const { return m_steps.active(); }
    const FaultList &list() const { return m_steps.now(); }
    bool changed() const { return writing() && !(m_steps.origin().faults == list().faults); }
    /// The day of the next list that is offered after the draft; none where there is none.
    QDate later() const;
    std::vector<Bilingual> problems() const;
    bool busy() const { return m_busy; }
    /// Begins the next list from what is offered on a day, to be in force from tomorrow on or that day.
    void begin(const QDate &day);
    void giveUp();
    void change(FaultList list);
    bool canUndo() const { return m_steps.canUndo(); }
    bool canRedo() const { return m_steps.canRedo(); }
    void undo();
    void redo();
    void adopt(const QString &reason);

Q_SIGNALS:
    void bookRead();
    void readFailed(const kessai::Error &error);
    void draftChanged();
    void adopted(const QDate &day);
    void adoptionFailed(const kessai::Error &error);
    void busyChanged(bool busy);

private:
    DeskSession &m_session;
    std::vector<FaultList> m_lists;
    std::vector<SettingAct> m_acts;
    int m_seen = 0;
    DraftSteps<FaultList> m_steps;
    bool m_busy = false;
};

} // namespace kessai
