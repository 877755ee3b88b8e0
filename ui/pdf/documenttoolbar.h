// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace kessai {

/// The tools above a document. Everything in it is in its menu too, so in a narrow pane it shows only what fits.
class DocumentToolBar final : public QWidget {
    Q_OBJECT

public:
    explicit DocumentToolBar(QWidget *parent = nullptr);

    /// What an action is worth when there is no room for all: Always, or the first to go last.
    enum Worth : quint8 { Always, Useful, Handy };

    void addPageField(QAction *previous, QAction *next);
    /// `joins`: seen where the one before it is, and not alone.
    void addAction(QAction *action, Worth worth, bool joins = false);
    /// A button that opens a menu; its words are set with setMenuText().
    QToolButton *addMenu(QMenu *menu, const QString &objectName, const QString &name, Worth worth, bool joins = false);
    void addRoom();
    /// The button of everything, at the end.
    void addOverflow(QMenu *menu);
    /// Actions of the owner stand before the overflow button.
    void addOwnersAction(QAction *action);

    /// Without a document only the owner's actions stay: they may well be about one that cannot be shown.
    void setReady(bool ready);
    void setMenuText(QToolButton *button, const QString &text);
    void showPage(int page, int count);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// 0-based.
    void pageEntered(int page);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *makeButton(QAction *action);
    /// A button that opens a menu, without the arrow that the style would add.
    void openBelow(QToolButton *button, QMenu *menu);
    struct Item {
        QWidget *widget;
        Worth worth;
        bool isOwners = false;
        bool joins = false;
    };
    void add(const Item &item);
    bool isWanted(const Item &item) const;
    int widthFrom(qsizetype place) const;
    void fit();
    void enterPage();

    QHBoxLayout *m_layout;
    QList<Item> m_items;
    QToolButton *m_overflow = nullptr;
    QLineEdit *m_page;
    QLabel *m_count;
    bool m_isReady = false;
    int m_shownPage = -1;
};

} // namespace kessai
