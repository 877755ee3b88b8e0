// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/sampleledger.h"
#include "app/admin/sample/sampleplan.h"
#include "app/admin/sample/sampleyear.h"
#include "core/cases/engine.h"
#include "core/cases/form.h"
#include "core/ports/officestore.h"

#include <queue>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace kessai {

class Notary;

/// What was made, to be told at the end.
struct SampleFigures final {
    std::map<CaseState, int> byState;
    int cases = 0;
    int events = 0;
    int files = 0; ///< attachments, counted once for each case
};

/// Lives three months of the sample office, and of its accounting the fiscal year: every planned case is written, filed and acted on by those whose turn it is,
/// in the order of time, through the forms' checks, route resolution, the engine and the notary; nothing is made up.
class SampleHistory final {
public:
    /// Where somebody writes, with the clock at the moment set last.
    struct Desk {
        FixedClock &clock;
        std::function<Notary &(StaffId)> notaryOf;
    };

    SampleHistory(const SampleOffice &sample, const Configuration &configuration, const FormCatalog &catalog,
                  const Holidays &holidays, Instant now, Dice dice);
    ~SampleHistory();

    /// Fails with the first thing the notary did not take: the engine had allowed it.
    Result<SampleFigures> live(const Desk &desk, const std::function<void(int done, int all)> &progress);
    /// How many items wait for somebody now.
    int waitingFor(StaffId staff);
    /// Somebody by the code of the post they hold today.
    StaffId holder(const QString &post);

private:
    enum class Move { Write, File, Turn, Withdraw, Cancel, Correct, Remark };
    struct Next {
        Instant at;
        int order; ///< of planning; parts moves of the same moment
        int index;
        Move move;
        AssignmentRef on;
        friend bool operator>(const Next &a, const Next &b)
        {
            return std::pair(a.at, a.order) > std::pair(b.at, b.order);
        }
    };
    struct Running;

    void plan(Instant at, int index, Move move, AssignmentRef on = {0, 0});
    Result<> step(const Next &next);
    Result<> write(Running &c);
    Result<> file(Running &c);
    Result<> act(Running &c, AssignmentRef on);
    Result<> correct(Running &c);
    Result<> record(Running &c, const Command &command, StaffId actor);
    Result<> save(Running &c);
    static Content contentOf(const Running &c, const FormDefinition &definition);
    bool prepare(Running &c);
    bool sound(const Running &c, const QDate &day);
    std::optional<Submit> submission(const Running &c, const QDate &day);
    Command commandFor(Running &c, AssignmentRef on, StaffId actor);
    void planNext(Running &c);
    void planResult(const Running &order);
    void planSpending(const Running &decided);
    void begin(PlannedCase planned);
    int delay(const Running &c, const Step &step, const Assignee &who);
    std::optional<StaffId> actorFor(const Running &c, const Assignee &who);
    const Office &officeOn(const QDate &day);

    const SampleOffice &m_sample;
    const Configuration &m_configuration;
    const FormCatalog &m_catalog;
    const Instant m_now;
    Dice m_dice;
    WorkingTime m_time;
    std::shared_ptr<const Office> m_today;
    SampleDirectory m_directory;
    SampleRequests m_requests;
    SampleYear m_year;
    SampleLedger m_ledger;
    std::deque<Running> m_cases; ///< grows while its cases go on
    std::vector<PostId> m_shown; ///< posts whose trays are filled on purpose
    std::priority_queue<Next, std::vector<Next>, std::greater<>> m_queue;
    int m_order = 0;
    std::map<QDate, std::shared_ptr<const Office>> m_offices;
    const Desk *m_desk = nullptr;
    SampleFigures m_figures;
};

} // namespace kessai
