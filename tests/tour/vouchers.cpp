// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/vouchers.h"

#include "core/accounting/withholding.h"
#include "core/base/canonical.h"
#include "core/calendar/era.h"
#include "core/office/sections.h"

#include <QBuffer>
#include <QFont>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace kessai::tour {

using namespace Qt::StringLiterals;

namespace {

const QString kForm = u"commitment_payment"_s;
constexpr int kTries = 8; ///< of agreeing, from step to step

QString yen(qint64 amount)
{
    return QLocale(QLocale::Japanese).toString(amount);
}

QString eraOf(const QJsonObject &fields, const QString &key)
{
    return eraDate(QDate::fromString(fields.value(key).toString(), Qt::ISODate));
}

} // namespace

VoucherMaker::VoucherMaker(Door &door, const FormCatalog &catalog, const Clock &clock, QString database)
    : m_door(door), m_catalog(catalog), m_clock(clock), m_database(std::move(database))
{
}

bool VoucherMaker::fail(const QString &what, const Error &error)
{
    m_error = what + u": "_s + toCode(error.code) + u' ' + error.detail
        + (error.refusal ? QString(u' ' + toCode(*error.refusal)) : QString());
    return false;
}

Desk *VoucherMaker::deskOf(StaffId who)
{
    auto &desk = m_desks[who];
    if (desk)
        return desk.get();
    auto store = m_door.open({m_database, who, {}, {}});
    if (!store) {
        fail(u"opening the office"_s, store.error());
        return nullptr;
    }
    auto made = std::make_unique<Desk>(std::move(store).value(), m_catalog, m_clock);
    if (const auto started = made->start(); !started) {
        fail(u"signing in"_s, started.error());
        return nullptr;
    }
    desk = std::move(made);
    return desk.get();
}

/// Whoever has a line of supplies in their charge, and a superior to agree.
bool VoucherMaker::chooseDrafter()
{
    const auto people = m_door.people(m_database);
    if (!people || people->empty())
        return fail(u"the people of the office"_s, people ? Error{ErrorCode::NotFound, {}} : people.error());
    Desk *first = deskOf(people->front().id);
    const auto info = first ? first->info() : Result<DeskInfo>(kessai::fail(ErrorCode::NotFound));
    if (!info)
        return fail(u"the office"_s, info.error());
    for (const Staff &staff : info->office->allStaff()) {
        if (!m_examiner && holdsRole(*info->office, staff.id, kAccountingRole))
            m_examiner = staff.id;
    }
    for (const BudgetLine *line : info->budget.of(FiscalYear::of(info->today))) {
        if (line->item != u"10"_s || holdsRole(*info->office, people->front().id, kAccountingRole))
            continue;
        for (const Staff &staff : info->office->allStaff()) {
            const auto post = info->office->primaryPost(staff.id);
            const auto sections = sectionsInCharge(*info->office, staff.id);
            const bool inCharge = std::find(sections.begin(), sections.end(), line->section) != sections.end();
            const Section *section = info->office->section(line->section);
            const bool works = post && section
                && info->office->sectionLabel(info->office->post(*post)->section).startsWith(section->name + u' ');
            if (!works || !inCharge || info->office->post(*post)->head || info->office->absent(staff.id))
                continue;
            Desk *desk = deskOf(staff.id);
            const auto balances =
                desk ? desk->budget(std::nullopt) : Result<BudgetSheet>(kessai::fail(ErrorCode::NotFound));
            if (!balances)
                continue;
            for (const BudgetRow &row : balances->rows) {
                if (row.line.item == u"10"_s && row.balance.remaining(true) > 2'000'000) {
                    m_drafter = staff.id;
                    m_line = row.line.key();
                    m_info = *desk->info();
                    for (const Staff &other : info->office->allStaff()) {
                        if (other.id != staff.id && m_inspector.isEmpty())
                            m_inspector = other.number;
                    }
                    return true;
                }
            }
            break;
        }
    }
    m_error = u"nobody has a line with two millions left"_s;
    return false;
}

QJsonObject VoucherMaker::fields(int no, const PayeeRef &payee) const
{
    const QDate today = m_info->today;
    const qint64 net = 1'000 + 37 * no; // so that a line holds hundreds
    const qint64 tax = net / 10;
    QDate payOn = today.addDays(2 + no % 24);
    while (payOn.dayOfWeek() > 5 || !shippedHolidays().isDuty(payOn))
        payOn = payOn.addDays(1);
    return {{u"subject"_s, u"消耗品（%1月分 その%2）"_s.arg(today.month()).arg(no + 1)},
            {u"budget_line"_s, m_line},
            {u"amount"_s, net + tax},
            {u"committed_on"_s, today.toString(Qt::ISODate)},
            {u"unit_price"_s, true},
            {u"unit_contract"_s, u"単価契約 1"_s},
            {u"payee"_s, payee.toJson()},
            {u"pay_method"_s, u"transfer"_s},
            {u"net_standard"_s, net},
            {u"tax_standard"_s, tax},
            {u"invoice"_s, u"sealed"_s},
            {u"received_via"_s, u"mail"_s},
            {u"invoiced_on"_s, today.addDays(-3 - no % 5).toString(Qt::ISODate)},
            {u"received_on"_s, today.addDays(-1 - no % 3).toString(Qt::ISODate)},
            {u"terms"_s, u"goods"_s},
            {u"completed_on"_s, today.addDays(-5 - no % 3).toString(Qt::ISODate)},
            {u"inspected_on"_s, today.addDays(-4).toString(Qt::ISODate)},
            {u"inspector"_s, m_inspector},
            {u"payment_on"_s, payOn.toString(Qt::ISODate)}};
}

/// A page with words at places, in points from the upper left corner.
QByteArray VoucherMaker::paper(const QString &title, const std::vector<PaperLine> &lines)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    writer.setTitle(title);
    QPainter painter(&writer);
    QFont font(u"Noto Sans CJK JP"_s);
    for (const PaperLine &line : lines) {
        font.setPointSizeF(line.points);
        painter.setFont(font);
        painter.drawText(line.x, line.y, line.text);
    }
    painter.end();
    return bytes;
}

QByteArray VoucherMaker::invoice(const QJsonObject &fields) const
{
    const auto payee = PayeeRef::fromJson(fields.value(u"payee"_s));
    const QString net = yen(fields.value(u"net_standard"_s).toInteger());
    return paper(u"請求書"_s,
                 {{230, 70, 24, u"請　求　書"_s},
                  {40, 120, 13, u"見本市長 様"_s},
                  {330, 110, 11, u"発行日 "_s + eraOf(fields, u"invoiced_on"_s)},
                  {330, 140, 12, payee->name},
                  {330, 158, 10, u"登録番号 "_s + payee->registration},
                  {40, 200, 13, u"件名　"_s + fields.value(u"subject"_s).toString()},
                  {40, 235, 17, u"ご請求金額　¥"_s + yen(fields.value(u"amount"_s).toInteger()) + u"（税込）"_s},
                  {40, 290, 11, u"品名　　　　　　　　　　数量　　　単価　　　　　金額"_s},
                  {40, 312, 11, u"事務用消耗品　　　　　　　1　　　　%1　　　　%1"_s.arg(net)},
                  {300, 360, 11, u"10%対象　"_s + net},
                  {300, 378, 11, u"消費税　　"_s + yen(fields.value(u"tax_standard"_s).toInteger())},
                  {40, 430, 11, u"お振込先　見本銀行 本店 普通 123"_s + payee->account.right(4)}});
}

QByteArray VoucherMaker::deliveryNote(const QJsonObject &fields) const
{
    const Staff *inspector = m_info->office->staffByNumber(fields.value(u"inspector"_s).toString());
    return paper(u"納品書"_s,
                 {{230, 70, 24, u"納　品　書"_s},
                  {40, 120, 13, u"件名　"_s + fields.value(u"subject"_s).toString()},
                  {40, 160, 12, u"納品日　"_s + eraOf(fields, u"completed_on"_s)},
                  {40, 600, 11, u"検収　"_s + eraOf(fields, u"inspected_on"_s)},
                  {40, 620, 11, u"検収者　"_s + (inspector ? inspector->name() : QString())}});
}

Result<Attachment> VoucherMaker::attach(Desk &desk, const QString &name, const QByteArray &bytes)
{
    Attachment file{name, u"application/pdf"_s, bytes.size(), sha256Hex(bytes), {}};
    for (qint64 at = 0; at < bytes.size(); at += kChunkSize)
        file.chunks.push_back(sha256Hex(bytes.mid(at, kChunkSize)));
    const auto upload = desk.beginUpload(file);
    if (!upload)
        return upload.failure();
    if (!*upload)
        return file;
    for (int i = 0; i < int(file.chunks.size()); ++i) {
        if (const auto put = desk.putChunk(**upload, i, bytes.mid(i * kChunkSize, kChunkSize)); !put)
            return put.failure();
    }
    if (const auto finished = desk.finishUpload(**upload); !finished)
        return finished.failure();
    return file;
}

/// Lets whoever is asked agree, until the examination is asked for.
bool VoucherMaker::agree(CaseId id)
{
    for (int i = 0; i < kTries; ++i) {
        const auto view = deskOf(*m_drafter)->open(id);
        if (!view)
            return fail(u"opening the voucher"_s, view.error());
        std::optional<StaffId> asked;
        for (const Step &step : view->verified.state.steps) {
            for (const Assignment &one : step.assignments) {
                if (one.state != AssignmentState::Open)
                    continue;
                if (step.kind == StepKind::Examine)
                    return true;
                const auto *post = std::get_if<PostId>(&one.who);
                const auto holders = post ? m_info->office->holders(*post) : std::vector{std::get<StaffId>(one.who)};
                if (!asked && !holders.empty())
                    asked = holders.front();
            }
        }
        Desk *desk = asked ? deskOf(*asked) : nullptr;
        if (!desk) {
            m_error = u"nobody is asked"_s;
            return false;
        }
        const auto acted = desk->act(id, view->verified.state.seq, u"voucher-%1-%2"_s.arg(id.value()).arg(i),
                                     Approve{std::nullopt, {}});
        if (!acted)
            return fail(u"agreeing"_s, acted.error());
    }
    m_error = u"the voucher never came to its examination"_s;
    return false;
}

bool VoucherMaker::makeOne(int no, bool coming)
{
    Desk &desk = *deskOf(*m_drafter);
    const PayeeRef &payee = m_payees[size_t(no) % m_payees.size()];
    Content content{kForm, 1, fields(no, payee), {}};
    for (const FormDefinition &form : m_info->forms) {
        if (form.code == kForm)
            content.formRevision = form.revision;
    }
    QJsonObject billed = content.fields;
    if (m_mistake && no == 0)
        billed.insert(u"amount"_s, billed.value(u"amount"_s).toInteger() + 9'000);
    for (const auto &[name, bytes] :
         {std::pair(u"請求書%1.pdf"_s, invoice(billed)), std::pair(u"納品書%1.pdf"_s, deliveryNote(content.fields))}) {
        const auto attached = attach(desk, name.arg(no + 1), bytes);
        if (!attached)
            return fail(u"attaching a paper"_s, attached.error());
        content.attachments.push_back(*attached);
    }
    if (no == 0) {
        const auto preview = desk.preview(content, std::nullopt);
        if (!preview)
            return fail(u"looking at a voucher"_s, preview.error());
        for (const Finding &finding : preview->findings) {
            if (finding.severity == Finding::Severity::Error)
                m_error += finding.field + u": "_s + finding.text.ja + u' ';
        }
        if (!m_error.isEmpty())
            return false;
    }
    const auto id = desk.saveDraft(std::nullopt, content);
    if (!id)
        return fail(u"writing a voucher"_s, id.error());
    const auto sent = desk.submit(*id, u"send-%1"_s.arg(id->value()), {});
    if (!sent)
        return fail(u"filing a voucher"_s, sent.error());
    return coming || agree(*id);
}

bool VoucherMaker::make(int count, int coming)
{
    if (!chooseDrafter())
        return false;
    for (const QString &word : {u"株式会社"_s, u"有限会社"_s}) {
        const auto found = deskOf(*m_drafter)->findPayees(word);
        if (!found)
            return fail(u"whom to pay"_s, found.error());
        for (const PayeeRef &payee : *found) {
            if (!payee.registration.isEmpty() && !payee.holderDiffers)
                m_payees.push_back(payee);
        }
    }
    if (m_payees.empty()) {
        m_error = u"there is nobody to pay"_s;
        return false;
    }
    for (int no = 0; no < count + coming; ++no) {
        if (!makeOne(no, no >= count))
            return false;
    }
    return true;
}

} // namespace kessai::tour
