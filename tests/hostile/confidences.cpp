// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

using C = SceneCases;

auto about(CaseId SceneCases::*which, const char *sql)
{
    return [=](Stage &stage) { return QString::fromUtf8(sql).arg((stage.cases().*which).value()); };
}

constexpr auto kReason = "SELECT fields FROM kessai.content_confidential WHERE case_id = %1";
constexpr auto kFile =
    "SELECT k.data FROM kessai.attachment t JOIN kessai.blob_chunk k USING (blob_id) WHERE t.case_id = %1";

/// A draft of one's own with the certificate in it.
QString attachingCertificate(Stage &stage)
{
    const QString files = stage.ask(
        QStringLiteral("SELECT json_build_array(json_build_object('name', 'x', 'mediaType', 'x', 'size', size, "
                       "'sha256', sha256, 'chunks', chunks))::text FROM kessai.attachment WHERE case_id = %1")
            .arg(stage.cases().confided.value()));
    return QStringLiteral("SELECT kessai.save_draft(NULL, 1, 'draft', 1, 'x', NULL, 0, '{}', '', %1)")
        .arg(literal(files));
}

auto savingConfidential(const char *salt, const char *fields)
{
    return [=](Stage &) {
        return QStringLiteral("SELECT kessai.save_draft(NULL, 1, 'leave', 1, 'x', NULL, 0, '{}', '', '[]', %1, %2)")
            .arg(QLatin1String(salt), QString::fromUtf8(fields));
    };
}

/// The submission of 田中's draft under another seal.
auto sealedAs(const std::function<void(Content &)> &bend)
{
    return [=](Stage &stage) {
        const CaseId id = stage.cases().confiding;
        Content content = stage.play().at(QStringLiteral("tanaka"))->cases().load(id)->revisions.back().content;
        bend(content);
        const Route route = handRoute({{StepKind::Decide, StepRule::All, 1, {stage.small().manager}}});
        Call call = stage.honestSubmit("tanaka", id, route);
        call.edit(&Call::payload, [&](QJsonObject &payload) {
            payload.insert(QStringLiteral("contentDigest"), QString::fromLatin1(content.digest()));
        });
        return call.sql();
    };
}

std::vector<Attack> reading()
{
    return {
        {"read a reason as one to whom the case was only shown", "shiba", about(&C::confided, kReason), nothing()},
        {"read a reason as the deputy of one to whom it was shown", "shiga", about(&C::confided, kReason), nothing()},
        {"read a reason as an auditor", "shindo", about(&C::confided, kReason), nothing()},
        {"read a reason as an administrator", "kaita", about(&C::confided, kReason), nothing()},
        {"read a reason as a colleague", "sato", about(&C::confided, kReason), nothing()},
        {"read a reason as a stranger", "fuji", about(&C::confided, kReason), nothing()},
        {"read a reason as the decider's deputy whose time is over", "hosaka", about(&C::confided, kReason), nothing()},
        {"read a reason for a post one held until yesterday", "mukashi", about(&C::confided, kReason), nothing()},
        {"read a reason with a login that is nobody's", "stranger", about(&C::confided, kReason), nothing()},
        {"read the reason of a draft one will decide on", "kato", about(&C::confiding, kReason), nothing()},
        {"read the reason of a draft as an auditor", "shindo", about(&C::confiding, kReason), nothing()},
        {"count all reasons as an auditor", "shindo", plain("SELECT count(*) FROM kessai.content_confidential"),
         onlyValue("0")},
        {"take the salt to guess a reason with", "shiba",
         about(&C::confided, "SELECT salt FROM kessai.content_confidential WHERE case_id = %1"), nothing()},
        {"find a reason among what everybody reads of a case", "shiba",
         about(&C::confided,
               "SELECT case_id FROM kessai.content WHERE case_id = %1 AND concat(fields, title, search_text) LIKE "
               "'%離婚%' "
               "UNION ALL SELECT case_id FROM kessai.event WHERE case_id = %1 AND concat(payload, effects) LIKE "
               "'%離婚%'"),
         nothing()},
        {"learn of a reason by reading it as a number", "shiba",
         plain("SELECT fields::integer FROM kessai.content_confidential"), nothing()},
        {"learn of a reason by dividing by its length", "shindo",
         plain("SELECT 1 / (length(fields) - length(fields)) FROM kessai.content_confidential"), nothing()},
        {"learn of a reason by a sample", "shindo",
         plain("SELECT fields FROM kessai.content_confidential TABLESAMPLE SYSTEM (100)"), nothing()},
        {"learn of a reason by its place on disk", "shindo",
         plain("SELECT fields FROM kessai.content_confidential WHERE ctid = ANY (ARRAY['(0,1)', '(0,2)', "
               "'(0,3)']::tid[])"),
         nothing()},
        {"learn which cases have a reason by an outer join", "shindo",
         plain(
             "SELECT x.case_id FROM kessai.content x LEFT JOIN kessai.content_confidential k USING (case_id, revision) "
             "WHERE k.salt IS NOT NULL"),
         nothing()},
        {"switch the policy on reasons off", "shindo",
         plain("SET row_security = off;; SELECT fields FROM kessai.content_confidential"), denied()},
        {"hold reasons to look at them", "shindo", plain("SELECT fields FROM kessai.content_confidential FOR SHARE"),
         denied()},
        {"ask whether one may read a reason that one may not", "shiba",
         about(&C::confided, "SELECT kessai.may_read_confidential(%1)"), onlyValue("false")},
        {"ask whether one may read a reason that is not there", "shindo",
         plain("SELECT kessai.may_read_confidential(999999)"), onlyValue("false")},
        {"open a certificate as one to whom the case was only shown", "shiba", about(&C::confided, kFile), nothing()},
        {"open a certificate as an auditor", "shindo", about(&C::confided, kFile), nothing()},
        {"open a certificate as a deputy of one to whom it was shown", "shiga", about(&C::confided, kFile), nothing()},
        {"learn of a certificate by its length", "shindo",
         plain("SELECT length(k.data) FROM kessai.attachment t JOIN kessai.blob_chunk k USING (blob_id) WHERE "
               "t.confidential = 1"),
         nothing()},
        {"attach the certificate to a draft of one's own, to open it there", "shiba", attachingCertificate,
         faultOf("NotFound")},
        {"attach it as an auditor", "shindo", attachingCertificate, faultOf("NotFound")},
    };
}

std::vector<Attack> finding()
{
    const auto found = plain("SELECT * FROM kessai.find_cases('離婚', '', 0, 9, 9223372036854775807, 1000)");
    const auto text = plain("SELECT case_id FROM kessai.case_text WHERE text LIKE '%離婚%'");
    return {
        {"find a case by its reason as one to whom it was shown", "shiba", found, nothing()},
        {"find a case by its reason as an auditor", "shindo", found, nothing()},
        {"find a case by its reason as its decider", "kato", found, nothing()},
        {"find a case by its reason as its drafter", "tanaka", found, nothing()},
        {"read what a case is found by as an auditor", "shindo", text, nothing()},
        {"read what a case is found by as its drafter", "tanaka", text, nothing()},
    };
}

std::vector<Attack> forging()
{
    const auto false_seal = refusedAs("ContentInvalid");
    return {
        {"write a reason", "tanaka",
         about(&C::confided, "UPDATE kessai.content_confidential SET fields = '{}' WHERE case_id = %1"), denied()},
        {"take a reason away", "tanaka",
         about(&C::confided, "DELETE FROM kessai.content_confidential WHERE case_id = %1"), denied()},
        {"add a reason", "tanaka",
         about(&C::fresh, "INSERT INTO kessai.content_confidential VALUES (%1, 1, repeat('0', 64), '{}')"), denied()},
        {"let the notary put a reason", "tanaka",
         about(&C::confided, "SELECT kessai.put_confidential(%1, 1, repeat('0', 64), '{}')"), denied()},
        {"let the notary tell a reason's digest", "shiba",
         about(&C::confided, "SELECT kessai.confidential_digest(%1, 1)"), denied()},
        {"change a reason once it is decided", "tanaka",
         about(&C::confided,
               "SELECT kessai.save_draft(%1, 2, 'leave', 1, 'x', NULL, 0, '{}', '', '[]', repeat('0', 64), "
               "'{\"reason\":\"x\"}')"),
         refusedAs("AlreadyDecided")},
        {"write a reason into somebody else's draft", "kato",
         about(&C::confiding,
               "SELECT kessai.save_draft(%1, 1, 'leave', 1, 'x', NULL, 0, '{}', '', '[]', repeat('0', 64), "
               "'{\"reason\":\"x\"}')"),
         faultOf("NotFound")},
        {"salt a reason with nothing", "tanaka", savingConfidential("''", "'{\"reason\":\"x\"}'"), faultOf("Invalid")},
        {"salt a reason with no number", "tanaka", savingConfidential("NULL", "'{\"reason\":\"x\"}'"),
         faultOf("Invalid")},
        {"salt a reason with capitals", "tanaka", savingConfidential("repeat('A', 64)", "'{\"reason\":\"x\"}'"),
         faultOf("Invalid")},
        {"give a list for a reason", "tanaka", savingConfidential("repeat('0', 64)", "'[]'"), faultOf("Invalid")},
        {"give no JSON for a reason", "tanaka", savingConfidential("repeat('0', 64)", "'{'"), errorState("22P02")},
        {"give an endless reason", "tanaka",
         savingConfidential("repeat('0', 64)", "'{\"reason\":\"' || repeat('x', 2000000) || '\"}'"),
         faultOf("TooLarge")},
        {"seal a content as if it had no reason", "tanaka", sealedAs([](Content &c) { c.confidentialDigest.clear(); }),
         false_seal},
        {"seal a content with another reason", "tanaka", sealedAs([](Content &c) {
             c.confidential->fields.insert(QStringLiteral("reason"), QStringLiteral("別の理由"));
             c.confidentialDigest = c.confidential->digest();
         }),
         false_seal},
        {"seal a content with the same reason under another salt", "tanaka", sealedAs([](Content &c) {
             c.confidential->salt = QByteArray(64, 'd');
             c.confidentialDigest = c.confidential->digest();
         }),
         false_seal},
    };
}

} // namespace

std::vector<Attack> confidentialAttacks()
{
    std::vector<Attack> all = reading();
    for (std::vector<Attack> more : {finding(), forging()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace kessai::test
