// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secretstore.h"
#include "core/services/answer.h"
#include "ui/kept/bookshelf.h"

#include <QObject>
#include <QTemporaryDir>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <map>

namespace kessai {

/// The books of whoever is signed in on this computer. Their key lies in the desktop's keyring; where there is none, they are sealed with
/// one that nobody has any more when the program ends, and go with it. Everything is done on a thread of its own, one thing after the
/// other, and what is asked before the keyring has answered waits for it.
class KeptBooks final : public QObject {
    Q_OBJECT

public:
    /// Where and how much; `secrets` outlives the books, and is none where nothing may outlast the session.
    struct Place {
        SecretStore *secrets = nullptr;
        QString folder{};
        qint64 limit = kUsualLimit;
    };
    static constexpr qint64 kUsualLimit = 2LL * 1024 * 1024 * 1024; ///< bytes

    explicit KeptBooks(const Place &place, QString owner = {}, QObject *parent = nullptr);
    /// Waits until what was to be kept is written.
    ~KeptBooks() override;

    /// Tells offices (by their random id, whatever they are called) and persons on a shared computer apart.
    static QString ownerOf(const QString &databaseId, const QString &staffNumber);
    /// Where this computer keeps them.
    static QString usualFolder();

    const QString &owner() const { return m_owner; }
    bool isOpen() const { return m_isOpen; }
    /// Whether what is kept outlasts the program.
    bool lasts() const { return m_isOpen && !m_session; }

    /// Runs `f(BookShelf &)`, which returns something, and gives the answer; given up when the keyring never answers.
    template <class F>
    auto run(F f) -> Answer<std::invoke_result_t<F, BookShelf &>>
    {
        using R = std::invoke_result_t<F, BookShelf &>;
        auto promise = std::make_shared<QPromise<R>>();
        Answer<R> answer(promise->future());
        promise->start();
        queue([promise, f = std::move(f)](BookShelf &shelf) mutable {
            promise->addResult(f(shelf));
            promise->finish();
        });
        return answer;
    }

    /// Ink as the office has it (BookShelf::keepInk).
    Answer<Result<>> keepInk(MeetingId id, const std::vector<Ink> &inks, bool all)
    {
        ++m_inkNews[id];
        return run([=](BookShelf &shelf) { return shelf.keepInk(id, inks, all); });
    }
    /// How often that was. Whoever has asked the office for all ink, and sees it change meanwhile, has an older answer than what lies here.
    int inkNews(MeetingId id) const
    {
        const auto known = m_inkNews.find(id);
        return known == m_inkNews.end() ? 0 : known->second;
    }

Q_SIGNALS:
    /// The keyring has answered.
    void opened();

private:
    using Work = std::function<void(BookShelf &)>;
    /// Only touched by the work, in its order.
    struct Room {
        std::optional<BookShelf> shelf;
    };
    void askKey(SecretStore &secrets);
    void unlock(SecretStore &secrets, const QString &name, const QString &folder);
    void makeKey(SecretStore &secrets, const QString &name, const QString &folder);
    void open(const SealingKey &key, const QString &folder);
    void openForSession();
    void queue(Work work);
    void start(Work work);

    const Place m_place;
    const QString m_owner;
    std::unique_ptr<QTemporaryDir> m_session;
    std::shared_ptr<Room> m_room = std::make_shared<Room>();
    std::deque<Work> m_waiting;
    std::map<MeetingId, int> m_inkNews;
    bool m_isOpen = false;
    QThreadPool m_pool;
};

} // namespace kessai
