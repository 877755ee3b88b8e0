// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace kessai {

class ElidedLabel;
class TextLabel;

/// What a banner is about.
enum class BannerKind : quint8 { Information, Success, Warning, Error };

/// A line within the page that says something without stopping anybody: icon, sentence, at most one action, a cross.
/// Hidden until something is said.
class QuietBanner final : public QFrame {
    Q_OBJECT

public:
    explicit QuietBanner(QWidget *parent = nullptr);

    /// Shows \a text in place of whatever was there and tells assistive technology. \a action is the word of the link;
    /// a banner that cannot be closed goes when its cause goes, by clear(); news without an action go by themselves after a while.
    void say(BannerKind kind, const QString &text, const QString &action = {}, bool closable = true);
    void clear();
    QString text() const { return m_words; }
    /// Whether it says this already: said again, it would be read out again.
    bool says(const QString &text) const { return !isHidden() && m_words == text; }
    BannerKind kind() const { return m_kind; }
    /// Takes no more than this height at that width: of words that are longer the beginning is shown, and all of them where one points.
    void fit(int width, int most);

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dress();
    void close();
    void cutWords(int width, int most);

    BannerKind m_kind = BannerKind::Information;
    QString m_words;
    QSize m_fitted; ///< the words are cut for this width and height
    QLabel *m_icon;
    TextLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer *m_lapse;
};

/// One line for a status bar: what was just done, and a way to take it back while that is possible.
class UndoLine final : public QWidget {
    Q_OBJECT

public:
    explicit UndoLine(QWidget *parent = nullptr);

    /// Says \a text, for half a minute or until the next thing is said.
    void say(const QString &text);
    /// Says \a text with the link \a undo for \a milliseconds; 0 means until the next thing is said.
    void offer(const QString &text, const QString &undo, int milliseconds = 0);
    void clear();
    QString text() const;
    bool canUndo() const;

Q_SIGNALS:
    void undoRequested();
    /// The offer was not taken and has gone.
    void offerLapsed();

private:
    ElidedLabel *m_text;
    QPushButton *m_undo;
    QTimer *m_timer;
};

} // namespace kessai
