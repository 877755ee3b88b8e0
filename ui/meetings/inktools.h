// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/meetings/inkchoice.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QListWidget;
class QMenu;
class QToolButton;

namespace kessai {

class InkLayer;

/// Somebody ink may be shown to.
struct InkReader final {
    StaffId who{0};
    QString name;
    friend bool operator==(const InkReader &, const InkReader &) = default;
};

/// The bar one writes with: what is in hand, its colours and widths, undo, and, always in sight, who will read what is written.
class InkTools final : public QWidget {
    Q_OBJECT

public:
    InkTools(InkLayer &layer, InkChoice &choice, QWidget *parent = nullptr);

    /// The others of the meeting, from whom "chosen people" are chosen.
    void setReaders(const QList<InkReader> &readers);

Q_SIGNALS:
    /// By the keyboard: a note, a bookmark on the page one is at.
    void noteRequested();
    void bookmarkRequested();

private:
    void addTool(InkTool tool, const QString &iconName, QKeySequence key);
    QAction *addAct(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                    const char *objectName);
    void addButton(QAction *action);
    void addGap();
    void addAudience();
    void takeTool(InkTool tool);
    void showChoice();
    void showSamples();
    void showAudience();
    void takeReaders();

    InkLayer &m_layer;
    InkChoice &m_choice;
    QHBoxLayout *m_layout;
    QHash<InkTool, QAction *> m_tools;
    QWidget *m_samples;
    QAction *m_undo;
    QAction *m_redo;
    QToolButton *m_audience;
    QMenu *m_audienceMenu;
    QListWidget *m_readers;
    InkTool m_sampled = InkTool::Hand;
};

} // namespace kessai
