// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "ui/admin/draftsteps.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// The forms of the office with all their revisions, and the next revision of one of them while an administrator writes it: every change can be taken
/// back and done again, and what is wrong with it is asked after each.
class FormDraft final : public QObject {
    Q_OBJECT

public:
    explicit FormDraft(DeskSession &session, QObject *parent = nullptr);

    /// Reads the forms anew; a draft stays.
    void read();
    /// The forms there are, as they are today, or as they will be first.
    std::vector<const FormDefinition *> forms() const;
    /// Revisions of a form by their first day, the newest of each day.
    std::vector<const FormDefinition *> revisions(const QString &code) const;
    /// All revisions of a form, those that were written over, too: what they used is not given out again.
    std::vector<const FormDefinition *> everWritten(const QString &code) const;
    /// The revision that a shown one or the draft takes the place of; none where it is the first.
    const FormDefinition *before(const FormDefinition &form) const;
    const FormDefinition *inForce(const QString &code, const QDate &day) const;
    /// Who put a revision in force, when and why; empty where nobody is known.
    QString madeBy(const FormDefinition &form) const;
    bool isOpenChoice(const QString &code, const QString &field) const;

    bool writing() const { return m_steps.active(); }
    const FormDefinition &form() const { return m_steps.now(); }
    const FormDefinition &origin() const { return m_steps.origin(); }
    bool changed() const;
    /// The day of the next revision that is in force after the draft; none where there is none.
    QDate later() const;
    const std::vector<Bilingual> &problems() const { return m_problems; }
    bool busy() const { return m_busy; }
    void begin(const FormDefinition &from, const QDate &day);
    void giveUp();
    void change(FormDefinition form);
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
    void adopted(const QDate &day);
    void adoptionFailed(const kessai::Error &error);
    void busyChanged(bool busy);

private:
    void check();

    DeskSession &m_session;
    SettingsBook m_book;
    int m_seen = 0; ///< the newest revision of the form when the draft began
    DraftSteps<FormDefinition> m_steps;
    std::vector<Bilingual> m_problems;
    int m_checks = 0;
    bool m_busy = false;
};

} // namespace kessai
