// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/reroute.h"
#include "core/ports/casestore.h"
#include "core/store/database.h"
#include "core/store/localnotary.h"
#include "core/store/reader.h"
#include "core/store/remotenotary.h"
#include "tests/hostile/scene.h"
#include "tests/support/postgresserver.h"

#include <QTemporaryDir>

#include <map>

namespace kessai::test {

/// Both notaries over the same office, in which people come and go, and the engine's own idea of it.
class Twins final {
public:
    Twins();

    QString problem() const { return m_problem; }
    /// The office of today with whoever is away at the moment.
    std::shared_ptr<const Office> office() const { return m_office; }
    /// Sends people away, some for long, and whether reviews pass them over; everybody else comes back. Some of it an administrator registers.
    void sendAway(const std::vector<Absence> &away);
    /// The office as it is to that administrator who addresses what waits for nobody in a case that was filed in a revision of the office.
    std::shared_ptr<const Office> officeToReaddress(int filedIn) const;
    /// The same, had the administrator changed nothing themself.
    std::shared_ptr<const Office> officeAsItIs() const;
    /// That administrator, or another one, empties a list of stand-ins or a chair, or gives everybody what was taken; some of it long ago by the clock.
    enum class Change { ListEmptied, ChairEmptied, GivenBack };
    void changeOffice(Change change, int which, bool theirs);
    static QString administrator() { return QStringLiteral("kaita"); }
    CaseId draft(const QString &login, const QJsonObject &fields);
    /// What a draft with these fields says.
    static Content contentOf(const QJsonObject &fields);
    /// Writes the next revision of a case that came back.
    void correct(const QString &login, const Case &model, const QJsonObject &fields);
    /// Sends an act to both: the event where both recorded the same, nothing where both refused.
    std::optional<Event> send(const QString &login, const AppendRequest &request);
    /// What the notaries answered last.
    std::string answers() const { return m_answers; }
    /// The record both databases hold.
    CaseRecord record(CaseId id);
    /// Both databases hold the same record, which is the one the engine folds.
    void expectSame(CaseId id, const Case &model);
    /// The lists show the same of all cases.
    void expectSameLists();
    /// The same waits for nobody by both, each of which looks closer only where it has to; how many of it.
    int expectSameStranded();

private:
    static Result<> found(const QString &database);
    Reader ownerReader() { return {*m_owner, m_clock, std::nullopt, Sight::All}; }
    Reader localReader() { return {*m_local, m_clock, std::nullopt, Sight::All}; }
    RemoteNotary &remoteOf(const QString &login);
    LocalNotary &localOf(const QString &login);

    QString m_problem;
    std::string m_answers;
    OfficeHistory m_history = sceneOffice().history;
    OwnRegistrations m_registered; ///< by the administrator
    std::vector<int> m_changes;    ///< of the office, by the administrator, lately
    int m_absences = 0;
    std::shared_ptr<const Office> m_office = sceneOffice().office();
    QTemporaryDir m_folder;
    ScratchDatabase m_scratch;
    FixedClock m_clock{SystemClock().now()};
    std::unique_ptr<Database> m_local;
    std::unique_ptr<Database> m_owner;
    std::unique_ptr<LocalNotary> m_notary;
    std::map<QString, std::pair<std::unique_ptr<Database>, std::unique_ptr<RemoteNotary>>> m_remotes;
};

} // namespace kessai::test
