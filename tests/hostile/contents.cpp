// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// The arguments of save_draft, as SQL.
struct Save {
    CaseId SceneCases::*which = nullptr; ///< null = a new case
    const char *revision = "1";
    const char *form = "'draft'";
    const char *title = "'題'";
    const char *urgent = "0";
    const char *fields = "'{}'";
    const char *files = "'[]'";
};

auto saving(const Save &save)
{
    return [=](Stage &stage) {
        const QString id = save.which ? QString::number((stage.cases().*save.which).value()) : QStringLiteral("NULL");
        return QStringLiteral("SELECT kessai.save_draft(%1, %2, %3, 1, %4, NULL, %5, %6, '', %7)")
            .arg(id, QLatin1String(save.revision), QLatin1String(save.form), QString::fromUtf8(save.title),
                 QLatin1String(save.urgent), QLatin1String(save.fields), QLatin1String(save.files));
    };
}

auto deleting(CaseId SceneCases::*which)
{
    return [=](Stage &stage) {
        return QStringLiteral("SELECT kessai.delete_draft(%1)").arg((stage.cases().*which).value());
    };
}

/// A new draft with a file named by its digest; size and chunk digests as the file has them unless said otherwise.
auto attaching(const char *ofFile, const char *size = "b.size", const char *chunks = "b.chunks")
{
    return [=](Stage &stage) {
        const QString file =
            stage.ask(QStringLiteral("SELECT json_build_array(json_build_object('name', 'x', 'mediaType', 'x', 'size', "
                                     "%1, 'sha256', b.sha256, 'chunks', %2))::text"
                                     " FROM kessai.blob b JOIN kessai.attachment a USING (blob_id) WHERE a.name = '%3'")
                          .arg(QLatin1String(size), QLatin1String(chunks), QString::fromUtf8(ofFile)));
        return QStringLiteral("SELECT kessai.save_draft(NULL, 1, 'draft', 1, 'x', NULL, 0, '{}', '', %1)")
            .arg(literal(file));
    };
}

auto chunk(const char *rest)
{
    return [=](Stage &stage) {
        return QStringLiteral("SELECT kessai.put_chunk(%1, %2)").arg(stage.cases().upload).arg(QLatin1String(rest));
    };
}

} // namespace

std::vector<Attack> contentAttacks()
{
    using C = SceneCases;
    const auto invalid = faultOf("Invalid");
    return {
        {"edit one's own case while it runs", "sato", saving({.which = &C::fresh, .revision = "2"}),
         refusedAs("WrongState")},
        {"edit one's own case once it is decided", "sato", saving({.which = &C::decided, .revision = "2"}),
         refusedAs("AlreadyDecided")},
        {"edit one's own case once it is rejected", "sato", saving({.which = &C::rejected, .revision = "2"}),
         refusedAs("WrongState")},
        {"edit a case one approves", "suzuki", saving({.which = &C::fresh, .revision = "2"}), refusedAs("NotDrafter")},
        {"edit a returned case one approved", "suzuki", saving({.which = &C::returned, .revision = "2"}),
         refusedAs("NotDrafter")},
        {"edit a case as an auditor", "shindo", saving({.which = &C::returned, .revision = "2"}),
         refusedAs("NotDrafter")},
        {"edit somebody else's draft", "kato", saving({.which = &C::draft}), faultOf("NotFound")},
        {"edit the boss's draft as their deputy", "tsugawa", saving({.which = &C::bossDraft}), faultOf("NotFound")},
        {"edit a case one cannot see", "fuji", saving({.which = &C::returned, .revision = "2"}), faultOf("NotFound")},
        {"rewrite a sealed revision", "sato", saving({.which = &C::returned, .revision = "1"}), refusedAs("Stale")},
        {"write a revision far ahead", "sato", saving({.which = &C::returned, .revision = "7"}), refusedAs("Stale")},
        {"begin a draft with revision 2", "sato", saving({.revision = "2"}), invalid},
        {"turn a case into another form", "sato", saving({.which = &C::returned, .revision = "2", .form = "'leave'"}),
         invalid},
        {"save no title", "sato", saving({.title = "NULL"}), invalid},
        {"save an endless title", "sato", saving({.title = "repeat('長', 1000)"}), faultOf("TooLarge")},
        {"save an endless content", "sato", saving({.fields = "'{\"a\":\"' || repeat('x', 2000000) || '\"}'"}),
         faultOf("TooLarge")},
        {"save a list for a content", "sato", saving({.fields = "'[]'"}), invalid},
        {"save no JSON for a content", "sato", saving({.fields = "'{'"}), errorState("22P02")},
        {"save an amount as 1e3", "sato", saving({.fields = "'{\"a\":\"x\",\"withheld\":1e3}'"}), invalid},
        {"save an amount as 1E3, deep within", "sato", saving({.fields = "'{\"a\":[{\"b\":[\"\\\"\", 1E3]}]}'"}),
         invalid},
        {"save half a yen", "sato", saving({.fields = "'{\"a\":0.5}'"}), invalid},
        {"save a third kind of urgency", "sato", saving({.urgent = "7"}), invalid},
        {"attach fifty-one files", "sato",
         saving({.files = "(SELECT json_agg(json_build_object('name', 'x'))::text FROM generate_series(1, 51))"}),
         refusedAs("TooManyAttachments")},
        {"attach something that is no list of files", "sato", saving({.files = "'{}'"}), invalid},
        {"attach somebody else's certificate, to read it", "fuji", attaching("診断書.pdf"), faultOf("NotFound")},
        {"attach the file of somebody else's draft", "kato", attaching("見積書.pdf"), faultOf("NotFound")},
        {"attach one's file under a false size", "sato", attaching("見積書.pdf", "b.size + 1"), invalid},
        {"attach one's file under false digests", "sato", attaching("見積書.pdf", "b.size", "repeat('0', 64)"),
         invalid},
        {"attach a file that is not there", "sato",
         saving({.files = "'[{\"name\":\"x\",\"mediaType\":\"x\",\"size\":1,\"sha256\":\"00\",\"chunks\":\"00\"}]'"}),
         faultOf("NotFound")},
        {"delete somebody else's draft", "kato", deleting(&C::draft), faultOf("NotFound")},
        {"delete a case one approves", "suzuki", deleting(&C::fresh), refusedAs("NotDrafter")},
        {"delete one's own running case", "sato", deleting(&C::fresh), refusedAs("WrongState")},
        {"delete one's own decided case", "sato", deleting(&C::decided), refusedAs("AlreadyDecided")},
        {"delete a withdrawn case and its history", "sato", deleting(&C::withdrawn), faultOf("NotFound")},
        {"save a draft under REPEATABLE READ", "sato",
         [](Stage &stage) {
             return QString(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ;; ")
                            + saving({.which = &C::draft})(stage));
         },
         invalid},
        {"save a draft after leaving the office", "taishoku", saving({}), faultOf("AccessDenied")},
        {"put a chunk into somebody else's upload", "kato", chunk("0, ''"), faultOf("NotFound")},
        {"finish somebody else's upload", "kato",
         [](Stage &stage) { return QStringLiteral("SELECT kessai.finish_upload(%1)").arg(stage.cases().upload); },
         faultOf("NotFound")},
        {"put another chunk than was announced", "sato", chunk("0, convert_to(repeat('y', 262144), 'UTF8')"),
         faultOf("Damaged")},
        {"put chunks out of order", "sato", chunk("1, convert_to(repeat('x', 37856), 'UTF8')"), invalid},
        {"put a chunk that is too short", "sato", chunk("0, convert_to(repeat('x', 1000), 'UTF8')"), invalid},
        {"put a chunk before the first", "sato", chunk("-1, ''"), invalid},
        {"put more into a finished file", "sato",
         [](Stage &stage) {
             const QString blob =
                 stage.ask(QStringLiteral("SELECT blob_id FROM kessai.attachment WHERE name = '見積書.pdf'"));
             return QStringLiteral("SELECT kessai.put_chunk(%1, 1, '')").arg(blob);
         },
         faultOf("NotFound")},
        {"upload more than a file may have", "sato",
         plain("SELECT kessai.begin_upload(repeat('0', 64), 104857601, repeat(repeat('0', 64) || ' ', 400) || "
               "repeat('0', 64))"),
         faultOf("TooLarge")},
        {"upload fewer chunks than the size has", "sato",
         plain("SELECT kessai.begin_upload(repeat('0', 64), 1000000, repeat('0', 64))"), invalid},
        {"upload under a digest that is none", "sato",
         plain("SELECT kessai.begin_upload('../../etc/passwd', 1, repeat('0', 64))"), invalid},
        {"upload less than nothing", "sato", plain("SELECT kessai.begin_upload(repeat('0', 64), -1, '')"), invalid},
    };
}

} // namespace kessai::test
