// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/inkconflict.h"
#include "ui/widgets/quietbanner.h"

#include <QObject>
#include <QStringList>

namespace kessai {

/// What is said over the pages while one reads, each in its order: what was not done and what was put together stays until it was read, and
/// nothing that comes after wipes it away.
class ReaderNews final : public QObject {
    Q_OBJECT

public:
    ReaderNews(QuietBanner &banner, QObject *parent = nullptr);

    /// Another meeting is read: nothing is said of the one before.
    void begin();
    /// The same one is read on: what is to be read stands there still.
    void goOn();
    /// What was not read yet, which whoever leaves is told elsewhere.
    struct Unread {
        QStringList losses{};
        InkJoining joining{};
    };
    Unread takeUnread();
    void say(BannerKind kind, const QString &words);
    /// Goes without saying where something is to be read.
    void sayDone(const QString &words);
    void sayLoss(const QString &words);
    /// More of it is added up.
    void sayJoined(const InkJoining &joining);
    /// That the line is gone: over nothing that is to be read first, and with a way to try it again.
    void sayUnreached(const QString &words);
    /// Whether it was said since the office was reached.
    bool isUnreached() const { return !m_unreached.isEmpty(); }
    void reached();
    void offer(const QString &words, const QString &offer);
    void endOffer();

Q_SIGNALS:
    void offerTaken();
    void retryRequested();
    /// What was put together is to be looked at.
    void pieceRequested(const kessai::Ink &ink);

private:
    bool isToBeRead() const { return !m_losses.isEmpty() || m_joining.isNews(); }
    void put(BannerKind kind, const QString &words, const QString &action = {});
    void show();
    void uncover();
    void closed();
    void act();

    QuietBanner &m_banner;
    QStringList m_losses; ///< these and what was put together are to be read
    QStringList m_beside; ///< said meanwhile, and nothing to whoever has left
    InkJoining m_joining;
    bool m_isInFront = false; ///< and stand there, with nothing said over them
    QString m_offer;
    QString m_unreached;
};

} // namespace kessai
