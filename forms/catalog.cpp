// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/catalog.h"

#include "forms/assessment/assessmentform.h"
#include "forms/budget_transfer/budgettransferform.h"
#include "forms/commitment/commitmentform.h"
#include "forms/commitment_change/commitmentchangeform.h"
#include "forms/commitment_payment/commitmentpaymentform.h"
#include "forms/comp_time/comptimeform.h"
#include "forms/draft/draftform.h"
#include "forms/inspection/inspectionform.h"
#include "forms/leave/leaveform.h"
#include "forms/leave_evidence/leaveevidenceform.h"
#include "forms/overtime/overtimeform.h"
#include "forms/overtime_result/overtimeresultform.h"
#include "forms/payment/paymentform.h"
#include "forms/refund/refundform.h"
#include "forms/support/shipped.h"
#include "forms/travel_order/travelorderform.h"
#include "forms/travel_settlement/travelsettlementform.h"
#include "forms/weekend_duty/weekenddutyform.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai {

const std::vector<DecisionTable> &shippedTables()
{
    static const std::vector<DecisionTable> tables = [] {
        std::vector<DecisionTable> read;
        const auto file = QJsonDocument::fromJson(shippedFile(QStringLiteral(":/kessai/parameters/decisions.json")));
        for (const QJsonValue one : file.array()) {
            auto table = DecisionTable::fromJson(one.toObject(), int(read.size()) + 1);
            if (!table)
                qFatal("decisions.json: %s", qPrintable(table.error().detail));
            read.push_back(std::move(table).value());
        }
        return read;
    }();
    return tables;
}

std::unique_ptr<FormCatalog> makeCatalog()
{
    std::vector<std::unique_ptr<Form>> forms;
    forms.push_back(std::make_unique<OvertimeForm>());
    forms.push_back(std::make_unique<OvertimeResultForm>());
    forms.push_back(std::make_unique<WeekendDutyForm>());
    forms.push_back(std::make_unique<CompTimeForm>());
    forms.push_back(std::make_unique<LeaveForm>());
    forms.push_back(std::make_unique<LeaveEvidenceForm>());
    forms.push_back(std::make_unique<TravelOrderForm>());
    forms.push_back(std::make_unique<DraftForm>());
    forms.push_back(std::make_unique<CommitmentForm>());
    forms.push_back(std::make_unique<CommitmentPaymentForm>());
    forms.push_back(std::make_unique<PaymentForm>());
    forms.push_back(std::make_unique<RefundForm>());
    forms.push_back(std::make_unique<CommitmentChangeForm>());
    forms.push_back(std::make_unique<InspectionForm>());
    forms.push_back(std::make_unique<BudgetTransferForm>());
    forms.push_back(std::make_unique<AssessmentForm>());
    forms.push_back(std::make_unique<TravelSettlementForm>());
    return std::make_unique<FormCatalog>(std::move(forms));
}

} // namespace kessai
