// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DateEdit;
class RevisionDraft;
class TextLabel;

/// The foot of a page on which the next revision of something is written: what is still wrong with it, from when on it is in force, why, and
/// the buttons that try it and put it in force. Shown only while somebody writes.
class DraftFoot final : public QWidget {
    Q_OBJECT

public:
    /// `name` is what the names of its parts begin with: "table".
    DraftFoot(RevisionDraft &draft, const QDate &today, const QString &name, QWidget *parent = nullptr);

    /// What it says where nothing is wrong.
    void setSoundText(const QString &text);

Q_SIGNALS:
    void benchRequested();

private:
    void showDraft();
    void showProblems();
    void showSave();

    RevisionDraft &m_draft;
    const QDate m_today;
    QString m_sound;
    Card *m_card;
    TextLabel *m_head;
    QVBoxLayout *m_problems;
    DateEdit *m_from;
    QLineEdit *m_reason;
    QPushButton *m_bench;
    QPushButton *m_save;
    TextLabel *m_note;
};

} // namespace kessai
