// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/inkchoice.h"

#include <QHash>
#include <QIcon>
#include <QList>

class QAction;
class QFrame;
class QHBoxLayout;
class QListWidget;
class QMenu;
class QToolButton;

namespace kessai {

class InkLayer;
class InkSample;

/// Somebody ink may be shown to.
struct InkReader final {
    StaffId who{0};
    QString name;
    friend bool operator==(const InkReader &, const InkReader &) = default;
};

/// The bar one writes with: what is in hand, its colours and widths, undo, and, always in sight, who will read what is written. With less
/// room colours and widths stand below a dab of what is in hand, then what has keys of its own goes, and the words of who reads come last.
class InkTools final : public ReadingBar {
    Q_OBJECT

public:
    InkTools(InkLayer &layer, InkChoice &choice, QWidget *parent = nullptr);

    /// What has a single letter for its key: that acts where the pages have the focus, so that nothing typed beside a field takes a tool.
    QList<QAction *> lettered() const { return m_lettered; }
    /// The others of the meeting, from whom "chosen people" are chosen.
    void setReaders(const QList<InkReader> &readers);

    int widthWithin(int room) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the keyboard: a note, a bookmark on the page one is at.
    void noteRequested();
    void bookmarkRequested();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// How much of it is shown.
    enum Level { Full, Folded, Fewer, Least };
    int widthAt(Level level) const;
    int samplesWidth() const;
    Level levelWithin(int room) const;
    int audienceWidth() const;
    void fit();
    QIcon sampleIcon() const;
    void showSampleBelow();
    void addTool(InkTool tool, const QString &iconName, QKeySequence key);
    QAction *addAct(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                    const char *objectName, bool isMissable = false);
    QToolButton *addButton(QAction *action);
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
    QFrame *m_below;                 ///< where they are while there is no room for them in the bar
    QToolButton *m_sample;           ///< opens that
    mutable int m_samplesWidth = 0;  ///< once it is known
    int m_samplesAt = 0;             ///< their place in the bar
    QList<QToolButton *> m_buttons;  ///< that are always there
    QList<QToolButton *> m_withKeys; ///< that may be missed
    QList<QAction *> m_lettered;
    QAction *m_undo;
    QAction *m_redo;
    QToolButton *m_audience;
    QMenu *m_audienceMenu;
    QListWidget *m_readers;
    InkTool m_sampled = InkTool::Hand;
};

} // namespace kessai
