<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>kessai::Abolition</name>
    <message numerus="yes">
        <source>%n post(s) end without an heir: what waits there is listed for the section in charge of records, as cases without a destination.</source>
        <translation>
            <numerusform>%n post ends without an heir: what waits there is listed for the section in charge of records, as cases without a destination.</numerusform>
            <numerusform>%n posts end without an heir: what waits there is listed for the section in charge of records, as cases without a destination.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of those who hold a post here lose it. Give them other posts.</source>
        <translation>
            <numerusform>%n person who holds a post here loses it. Give them another post.</numerusform>
            <numerusform>%n of those who hold a post here lose it. Give them other posts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ActsPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::AdoptFoot</name>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>%n thing to put right</numerusform>
            <numerusform>%n things to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::AgendaModel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden from %n</source>
        <translation>
            <numerusform>hidden from %n person</numerusform>
            <numerusform>hidden from %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::AgendaPane</name>
    <message numerus="yes">
        <source>%1, %2, %n page(s).</source>
        <translation>
            <numerusform>%1, %2, %n page.</numerusform>
            <numerusform>%1, %2, %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::AttendancePane</name>
    <message numerus="yes">
        <source>of %n nothing is noted</source>
        <translation>
            <numerusform>of %n nothing is noted</numerusform>
            <numerusform>of %n nothing is noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people: %1</source>
        <translation>
            <numerusform>%n person: %1</numerusform>
            <numerusform>%n people: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n noted as present.</source>
        <translation>
            <numerusform>%n noted as present.</numerusform>
            <numerusform>%n noted as present.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::AwaitedCard</name>
    <message numerus="yes">
        <source>in place, %n page(s)</source>
        <translation>
            <numerusform>in place, %n page</numerusform>
            <numerusform>in place, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::BenchPage</name>
    <message numerus="yes">
        <source>%n case(s) looked at…</source>
        <translation>
            <numerusform>%n case looked at…</numerusform>
            <numerusform>%n cases looked at…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n case(s).</source>
        <translation>
            <numerusform>Stopped after %n case.</numerusform>
            <numerusform>Stopped after %n cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of the last year looked through.</source>
        <translation>
            <numerusform>%n case of the last year looked through.</numerusform>
            <numerusform>%n cases of the last year looked through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would go another way.</source>
        <translation>
            <numerusform>%n would go another way.</numerusform>
            <numerusform>%n would go another way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: their drafter had left.</source>
        <translation>
            <numerusform>%n left out: its drafter had left.</numerusform>
            <numerusform>%n left out: their drafters had left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::BookDialog</name>
    <message numerus="yes">
        <source>Writing %n register(s)…</source>
        <translation>
            <numerusform>Writing %n register…</numerusform>
            <numerusform>Writing %n registers…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::BookSide</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::BudgetImportCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is entered: %n row(s) need to be put right.</source>
        <translation>
            <numerusform>Nothing is entered: %n row needs to be put right.</numerusform>
            <numerusform>Nothing is entered: %n rows need to be put right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New: %n line(s)</source>
        <translation>
            <numerusform>New: %n line</numerusform>
            <numerusform>New: %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed from now on (name, section or item): %n line(s)</source>
        <translation>
            <numerusform>Changed from now on (name, section or item): %n line</numerusform>
            <numerusform>Changed from now on (name, section or item): %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entered already, and not entered twice: %n row(s)</source>
        <translation>
            <numerusform>Entered already, and not entered twice: %n row</numerusform>
            <numerusform>Entered already, and not entered twice: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::BudgetPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::BulkPanel</name>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n case chosen</numerusform>
            <numerusform>%n cases chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve all %n (&amp;A)</source>
        <translation>
            <numerusform>Approve all %n (&amp;A)</numerusform>
            <numerusform>Approve all %n (&amp;A)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) approved</source>
        <translation>
            <numerusform>%n case approved</numerusform>
            <numerusform>%n cases approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not opened, %n attachment(s)</source>
        <translation>
            <numerusform>not opened, %n attachment</numerusform>
            <numerusform>not opened, %n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n (Enter)</source>
        <translation>
            <numerusform>Approve %n (Enter)</numerusform>
            <numerusform>Approve %n (Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will be approved.</source>
        <translation>
            <numerusform>%n case will be approved.</numerusform>
            <numerusform>%n cases will be approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tick %n that you have not opened (&amp;U)</source>
        <translation>
            <numerusform>Tick %n that you have not opened (&amp;U)</numerusform>
            <numerusform>Tick %n that you have not opened (&amp;U)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::CasesPage</name>
    <message numerus="yes">
        <source>%n case(s) approved</source>
        <translation>
            <numerusform>%n case approved</numerusform>
            <numerusform>%n cases approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests came back to you.</source>
        <translation>
            <numerusform>%n of your requests came back to you.</numerusform>
            <numerusform>%n of your requests came back to you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ChangesCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ChangesText</name>
    <message numerus="yes">
        <source>%n line(s) written to %1.</source>
        <translation>
            <numerusform>%n line written to %1.</numerusform>
            <numerusform>%n lines written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::CheckList</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ConductPane</name>
    <message numerus="yes">
        <source>The attendance of %n people is not known yet.</source>
        <translation>
            <numerusform>The attendance of %n person is not known yet.</numerusform>
            <numerusform>The attendance of %n people is not known yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::CreateText</name>
    <message numerus="yes">
        <source>%n of them could sign in to this server already and keep(s) the password of before.</source>
        <translation>
            <numerusform>%n of them could sign in to this server already and keeps the password of before.</numerusform>
            <numerusform>%n of them could sign in to this server already and keep the password of before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::DayDelegate</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::DayRun</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n unit(s): %2)</source>
        <translation>
            <numerusform>%1 (%n unit: %2)</numerusform>
            <numerusform>%1 (%n units: %2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s), %2 → %3</source>
        <translation>
            <numerusform>%1: %n case, %2 → %3</numerusform>
            <numerusform>%1: %n cases, %2 → %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people move</source>
        <translation>
            <numerusform>%n person moves</numerusform>
            <numerusform>%n people move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) whose route finds nobody</source>
        <translation>
            <numerusform>%n form whose route finds nobody</numerusform>
            <numerusform>%n forms whose route finds nobody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant post(s)</source>
        <translation>
            <numerusform>%n vacant post</numerusform>
            <numerusform>%n vacant posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people without a post</source>
        <translation>
            <numerusform>%n person without a post</numerusform>
            <numerusform>%n people without a post</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deputyship(s) to look at</source>
        <translation>
            <numerusform>%n deputyship to look at</numerusform>
            <numerusform>%n deputyships to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) whose waiting cases become another&apos;s</source>
        <translation>
            <numerusform>%n post whose waiting cases become another&apos;s</numerusform>
            <numerusform>%n posts whose waiting cases become another&apos;s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::DeputyEntry</name>
    <message numerus="yes">
        <source>%n kind(s)</source>
        <translation>
            <numerusform>%n kind</numerusform>
            <numerusform>%n kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::DocumentToolBar</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::DraftBar</name>
    <message numerus="yes">
        <source>The file changes the draft in %n place(s). Undo takes all of it back.</source>
        <translation>
            <numerusform>The file changes the draft in %n place. Undo takes all of it back.</numerusform>
            <numerusform>The file changes the draft in %n places. Undo takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::EndInkText</name>
    <message numerus="yes">
        <source>%n private note(s) were destroyed,</source>
        <translation>
            <numerusform>%n private note was destroyed,</numerusform>
            <numerusform>%n private notes were destroyed,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n meeting(s).</source>
        <translation>
            <numerusform>on %n meeting.</numerusform>
            <numerusform>on %n meetings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ExaminationPage</name>
    <message numerus="yes">
        <source>%n voucher(s) approved</source>
        <translation>
            <numerusform>%n voucher approved</numerusform>
            <numerusform>%n vouchers approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 returned. %n done since you began.</source>
        <translation>
            <numerusform>%1 returned. %n done since you began.</numerusform>
            <numerusform>%1 returned. %n done since you began.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 approved. %n done since you began.</source>
        <translation>
            <numerusform>%1 approved. %n done since you began.</numerusform>
            <numerusform>%1 approved. %n done since you began.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ExportButton</name>
    <message numerus="yes">
        <source>%n row(s) saved as %1</source>
        <translation>
            <numerusform>%n row saved as %1</numerusform>
            <numerusform>%n rows saved as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n row(s) were saved as %1; the list is longer. Narrow it down and save the rest apart.</source>
        <translation>
            <numerusform>Only the first %n row was saved as %1; the list is longer. Narrow it down and save the rest apart.</numerusform>
            <numerusform>Only the first %n rows were saved as %1; the list is longer. Narrow it down and save the rest apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::FailedNotice</name>
    <message numerus="yes">
        <source>%n change(s) of the organisation, prepared for %1, could not be put in force.</source>
        <translation>
            <numerusform>A change of the organisation, prepared for %1, could not be put in force.</numerusform>
            <numerusform>%n changes of the organisation, prepared for %1, could not be put in force.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prepared change(s) of the organisation cannot be read, and is not used.</source>
        <translation>
            <numerusform>%n prepared change of the organisation cannot be read, and is not used.</numerusform>
            <numerusform>%n prepared changes of the organisation cannot be read, and are not used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::HealthPage</name>
    <message numerus="yes">
        <source>As of %1: %n thing(s) to see to.</source>
        <translation>
            <numerusform>As of %1: %n thing to see to.</numerusform>
            <numerusform>As of %1: %n things to see to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::HealthWords</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n damaged</source>
        <translation>
            <numerusform>%1: %n damaged</numerusform>
            <numerusform>%1: %n damaged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::HistoryList</name>
    <message numerus="yes">
        <source>(%n step(s) of the last round still stand)</source>
        <translation>
            <numerusform>(%n step of the last round still stands)</numerusform>
            <numerusform>(%n steps of the last round still stand)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n item(s) ticked off)</source>
        <translation>
            <numerusform>(%n item ticked off)</numerusform>
            <numerusform>(%n items ticked off)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::HolidaysPage</name>
    <message numerus="yes">
        <source>%n year(s) imported for the first time</source>
        <translation>
            <numerusform>%n year imported for the first time</numerusform>
            <numerusform>%n years imported for the first time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New: %n day(s)</source>
        <translation>
            <numerusform>New: %n day</numerusform>
            <numerusform>New: %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more: %n day(s)</source>
        <translation>
            <numerusform>No more: %n day</numerusform>
            <numerusform>No more: %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renamed: %n day(s)</source>
        <translation>
            <numerusform>Renamed: %n day</numerusform>
            <numerusform>Renamed: %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided case(s) lie(s) on days that become another kind of day; they stay as they are.</source>
        <translation>
            <numerusform>%n decided case lies on days that become another kind of day; it stays as it is.</numerusform>
            <numerusform>%n decided cases lie on days that become another kind of day; they stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) is (are) no holiday(s) any more after this import:</source>
        <translation>
            <numerusform>%n day is no holiday any more after this import:</numerusform>
            <numerusform>%n days are no holidays any more after this import:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ImportBudgetText</name>
    <message numerus="yes">
        <source>New: %n line(s).</source>
        <translation>
            <numerusform>New: %n line.</numerusform>
            <numerusform>New: %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n line(s).</source>
        <translation>
            <numerusform>Changed: %n line.</numerusform>
            <numerusform>Changed: %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entered: %n amount(s).</source>
        <translation>
            <numerusform>Entered: %n amount.</numerusform>
            <numerusform>Entered: %n amounts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There already: %n amount(s).</source>
        <translation>
            <numerusform>There already: %n amount.</numerusform>
            <numerusform>There already: %n amounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ImportDecisionsText</name>
    <message numerus="yes">
        <source>  new:      %1 from %2, %n row(s)</source>
        <translation>
            <numerusform>  new:      %1 from %2, %n row</numerusform>
            <numerusform>  new:      %1 from %2, %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  replaces: %1 from %2, %n row(s)</source>
        <translation>
            <numerusform>  replaces: %1 from %2, %n row(s)</numerusform>
            <numerusform>  replaces: %1 from %2, %n row(s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ImportOpeningsText</name>
    <message numerus="yes">
        <source>%n opening(s) in the file.</source>
        <translation>
            <numerusform>%n opening in the file.</numerusform>
            <numerusform>%n openings in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) of staff are not in it; where there is no earlier opening, leave is counted from the day of appointment.</source>
        <translation>
            <numerusform>%n member of staff is not in it; where there is no earlier opening, leave is counted from the day of appointment.</numerusform>
            <numerusform>%n members of staff are not in it; where there is no earlier opening, leave is counted from the day of appointment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ImportText</name>
    <message numerus="yes">
        <source>%n of them was/were not imported before.</source>
        <translation>
            <numerusform>%n of them was not imported before.</numerusform>
            <numerusform>%n of them were not imported before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided case(s) lie(s) on days that become another kind of day; they stay as they are.</source>
        <translation>
            <numerusform>%n decided case lies on days that become another kind of day; it stays as it is.</numerusform>
            <numerusform>%n decided cases lie on days that become another kind of day; they stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::Ink</name>
    <message numerus="yes">
        <source>%n note(s) had been destroyed meanwhile, as the meeting provides.</source>
        <translation>
            <numerusform>%n note had been destroyed meanwhile, as the meeting provides.</numerusform>
            <numerusform>%n notes had been destroyed meanwhile, as the meeting provides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) had been changed on another computer or in another window, too. What was written here was kept in the same place as a copy for you alone.</source>
        <translation>
            <numerusform>%n note had been changed on another computer or in another window, too. What was written here was kept in the same place as a copy for you alone.</numerusform>
            <numerusform>%n notes had been changed on another computer or in another window, too. What was written here was kept in the same place as a copy for you alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) rubbed out here had been changed elsewhere, and stay.</source>
        <translation>
            <numerusform>%n note rubbed out here had been changed elsewhere, and stays.</numerusform>
            <numerusform>%n notes rubbed out here had been changed elsewhere, and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that others are not to see any more had been changed elsewhere. They were taken from the others, and what was written there was kept as a copy for you alone.</source>
        <translation>
            <numerusform>%n note that others are not to see any more had been changed elsewhere. It was taken from the others, and what was written there was kept as a copy for you alone.</numerusform>
            <numerusform>%n notes that others are not to see any more had been changed elsewhere. They were taken from the others, and what was written there was kept as a copy for you alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::InkEnd</name>
    <message numerus="yes">
        <source>Private notes are destroyed %n day(s) after the minutes are decided. What is shared stays.</source>
        <translation>
            <numerusform>Private notes are destroyed %n day after the minutes are decided. What is shared stays.</numerusform>
            <numerusform>Private notes are destroyed %n days after the minutes are decided. What is shared stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::InkTools</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::IntakeList</name>
    <message numerus="yes">
        <source>%n page(s) unchanged</source>
        <translation>
            <numerusform>%n page unchanged</numerusform>
            <numerusform>%n pages unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <comment>pages</comment>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>pages</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken out</source>
        <comment>pages</comment>
        <translation>
            <numerusform>%n taken out</numerusform>
            <numerusform>%n taken out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>pages</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::Invitation</name>
    <message numerus="yes">
        <source>everybody of %1 (%n)</source>
        <comment>a section, and how many they are</comment>
        <translation>
            <numerusform>everybody of %1 (%n)</numerusform>
            <numerusform>everybody of %1 (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::LoginText</name>
    <message numerus="yes">
        <source>%n person(s) who left get in no more.</source>
        <translation>
            <numerusform>%n person who left gets in no more.</numerusform>
            <numerusform>%n people who left get in no more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are shut out, and stay so until --let-in.</source>
        <translation>
            <numerusform>%n person is shut out, and stays so until --let-in.</numerusform>
            <numerusform>%n people are shut out, and stay so until --let-in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MeetingEditor</name>
    <message numerus="yes">
        <source>Papers are PDF files and pictures; %n file(s) are left out.</source>
        <translation>
            <numerusform>Papers are PDF files and pictures; %n file is left out.</numerusform>
            <numerusform>Papers are PDF files and pictures; %n files are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MeetingInk</name>
    <message numerus="yes">
        <source>Others read what you write from now on. What you wrote in the last two minutes (%n on %1) stays yours alone.</source>
        <translation>
            <numerusform>Others read what you write from now on. What you wrote in the last two minutes (%n piece on %1) stays yours alone.</numerusform>
            <numerusform>Others read what you write from now on. What you wrote in the last two minutes (%n pieces on %1) stays yours alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MeetingModel</name>
    <message numerus="yes">
        <source>Added papers ・ %n not opened</source>
        <translation>
            <numerusform>Added papers ・ %n not opened</numerusform>
            <numerusform>Added papers ・ %n not opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) not opened</source>
        <translation>
            <numerusform>%n paper not opened</numerusform>
            <numerusform>%n papers not opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MeetingsPage</name>
    <message numerus="yes">
        <source>%n note(s) could not be sent any more and went with it.</source>
        <translation>
            <numerusform>%n note could not be sent any more and went with it.</numerusform>
            <numerusform>%n notes could not be sent any more and went with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of notes that were not sent yet cannot be opened and are set aside on this computer (damaged-…). Tell the administrator.</source>
        <translation>
            <numerusform>%n file of notes that were not sent yet cannot be opened and is set aside on this computer (damaged-…). Tell the administrator.</numerusform>
            <numerusform>%n files of notes that were not sent yet cannot be opened and are set aside on this computer (damaged-…). Tell the administrator.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MembersPane</name>
    <message numerus="yes">
        <source>%n invited.</source>
        <translation>
            <numerusform>%n invited.</numerusform>
            <numerusform>%n invited.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken out.</source>
        <translation>
            <numerusform>%n taken out.</numerusform>
            <numerusform>%n taken out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MigrateText</name>
    <message numerus="yes">
        <source>%1 was brought up to date in %n step(s).</source>
        <translation>
            <numerusform>%1 was brought up to date in %n step.</numerusform>
            <numerusform>%1 was brought up to date in %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), form(s) and holiday(s) of this program were written down.</source>
        <translation>
            <numerusform>%n number, form or holiday of this program was written down.</numerusform>
            <numerusform>%n numbers, forms and holidays of this program were written down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MonthPage</name>
    <message numerus="yes">
        <source>No leave, exchanged day or day off in the next %n days.</source>
        <translation>
            <numerusform>No leave, exchanged day or day off in the next day.</numerusform>
            <numerusform>No leave, exchanged day or day off in the next %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::NavigationList</name>
    <message numerus="yes">
        <source>%1, %n item(s)</source>
        <translation>
            <numerusform>%1, %n item</numerusform>
            <numerusform>%1, %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, folded, %n item(s)</source>
        <translation>
            <numerusform>%1, folded, %n item</numerusform>
            <numerusform>%1, folded, %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::OfficePage</name>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln case(s)</source>
        <translation>
            <numerusform>more than %Ln case</numerusform>
            <numerusform>more than %Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings are under way.</source>
        <translation>
            <numerusform>%n meeting is under way.</numerusform>
            <numerusform>%n meetings are under way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::OrganisationModel</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::OrganisationPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>%n thing to put right</numerusform>
            <numerusform>%n things to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can be used; %n thing(s) to look at</source>
        <translation>
            <numerusform>It can be used; %n thing to look at</numerusform>
            <numerusform>It can be used; %n things to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken from the file: %n thing(s) to put right in it first.</source>
        <translation>
            <numerusform>Nothing was taken from the file: %n thing to put right in it first.</numerusform>
            <numerusform>Nothing was taken from the file: %n things to put right in it first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ParameterPage</name>
    <message numerus="yes">
        <source>%n number(s) will be in force from their day on.</source>
        <translation>
            <numerusform>%n number will be in force from its day on.</numerusform>
            <numerusform>%n numbers will be in force from their days on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give up the changes of %n number(s)?</source>
        <translation>
            <numerusform>Give up the change of %n number?</numerusform>
            <numerusform>Give up the changes of %n numbers?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PayeeImportCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New: %n payee(s)</source>
        <translation>
            <numerusform>New: %n payee</numerusform>
            <numerusform>New: %n payees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n payee(s)</source>
        <translation>
            <numerusform>Changed: %n payee</numerusform>
            <numerusform>Changed: %n payees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As they are: %n payee(s)</source>
        <translation>
            <numerusform>As it is: %n payee</numerusform>
            <numerusform>As they are: %n payees</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PaymentCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PaymentPage</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment(s)</numerusform>
            <numerusform>%n payment(s)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) out</source>
        <translation>
            <numerusform>%n stay(s) out</numerusform>
            <numerusform>%n stay(s) out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of it in cash at the counter</source>
        <translation>
            <numerusform>%n of it in cash at the counter</numerusform>
            <numerusform>%n of it in cash at the counter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A batch of %n payment(s) is made.</source>
        <translation>
            <numerusform>A batch of %n payment(s) is made.</numerusform>
            <numerusform>A batch of %n payment(s) is made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came back</source>
        <translation>
            <numerusform>%n came back</numerusform>
            <numerusform>%n came back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PaymentPlaceModel</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <comment>count</comment>
        <translation>
            <numerusform>%n payment(s)</numerusform>
            <numerusform>%n payment(s)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PaymentSheetPaper</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment(s)</numerusform>
            <numerusform>%n payment(s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PaymentsText</name>
    <message numerus="yes">
        <source>%n transfer(s) of %1 written to %2.</source>
        <translation>
            <numerusform>%n transfer of %1 written to %2.</numerusform>
            <numerusform>%n transfers of %1 written to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PayrollText</name>
    <message numerus="yes">
        <source>%n line(s) written to %1.</source>
        <translation>
            <numerusform>%n line written to %1.</numerusform>
            <numerusform>%n lines written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PostsPage</name>
    <message numerus="yes">
        <source>%1 ・ %n step(s), the oldest since %2</source>
        <translation>
            <numerusform>%1 ・ %n step, since %2</numerusform>
            <numerusform>%1 ・ %n steps, the oldest since %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PreparedChanges</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::Print</name>
    <message numerus="yes">
        <source>Decided electronically; names, posts, times and acts are as recorded. History of %n act(s), SHA-256 %1</source>
        <translation>
            <numerusform>Decided electronically; names, posts, times and acts are as recorded. History of %n act, SHA-256 %1</numerusform>
            <numerusform>Decided electronically; names, posts, times and acts are as recorded. History of %n acts, SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not decided; names, posts, times and acts are as recorded. History of %n act(s), SHA-256 %1</source>
        <translation>
            <numerusform>Not decided; names, posts, times and acts are as recorded. History of %n act, SHA-256 %1</numerusform>
            <numerusform>Not decided; names, posts, times and acts are as recorded. History of %n acts, SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ordered electronically and not examined yet; names, posts, times and acts are as recorded. History of %n act(s), SHA-256 %1</source>
        <translation>
            <numerusform>Ordered electronically and not examined yet; names, posts, times and acts are as recorded. History of %n act, SHA-256 %1</numerusform>
            <numerusform>Ordered electronically and not examined yet; names, posts, times and acts are as recorded. History of %n acts, SHA-256 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::QueueModel</name>
    <message numerus="yes">
        <source>%Ln voucher(s)</source>
        <translation>
            <numerusform>%Ln voucher</numerusform>
            <numerusform>%Ln vouchers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::RouteStrip</name>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>for %n day</numerusform>
            <numerusform>for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::SearchableBox</name>
    <message numerus="yes">
        <source>“%1” fits %n entries. Choose one.</source>
        <translation>
            <numerusform>“%1” fits %n entry. Choose one.</numerusform>
            <numerusform>“%1” fits %n entries. Choose one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::SectionModel</name>
    <message numerus="yes">
        <source>%1: %n of %2 away</source>
        <comment>day, people</comment>
        <translation>
            <numerusform>%1: %n of %2 away</numerusform>
            <numerusform>%1: %n of %2 away</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::UnpaidPage</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are past their day.</source>
        <translation>
            <numerusform>%n row is past its day.</numerusform>
            <numerusform>%n rows are past their day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grey: %n cases were not sent to you, so you cannot open them.</source>
        <translation>
            <numerusform>Grey: %n case was not sent to you, so you cannot open it.</numerusform>
            <numerusform>Grey: %n cases were not sent to you, so you cannot open them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::VerifyText</name>
    <message numerus="yes">
        <source>%n payment(s) are not what was done:</source>
        <translation>
            <numerusform>%n payment is not what was done:</numerusform>
            <numerusform>%n payments are not what was done:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of meetings are not what was done:</source>
        <translation>
            <numerusform>%n thing of meetings is not what was done:</numerusform>
            <numerusform>%n things of meetings are not what was done:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>payments: what was done last is gone; there were %n act(s)</source>
        <translation>
            <numerusform>payments: what was done last is gone; there was %n act</numerusform>
            <numerusform>payments: what was done last is gone; there were %n acts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Anchor %1 of %2 holds: %n case(s) (drafts apart) and what was done to payments are as they were.</source>
        <translation>
            <numerusform>Anchor %1 of %2 holds: %n case (drafts apart) and what was done to payments are as they were.</numerusform>
            <numerusform>Anchor %1 of %2 holds: %n cases (drafts apart) and what was done to payments are as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) verified, drafts among them: all of them sound.</source>
        <translation>
            <numerusform>%n case verified, drafts among them: all of them sound.</numerusform>
            <numerusform>%n cases verified, drafts among them: all of them sound.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) verified, drafts among them: %1 of them damaged:</source>
        <translation>
            <numerusform>%n case verified, drafts among them: %1 of them damaged:</numerusform>
            <numerusform>%n cases verified, drafts among them: %1 of them damaged:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::VotingPane</name>
    <message numerus="yes">
        <source>Press again: %n has/have not voted</source>
        <translation>
            <numerusform>Press again: %n has not voted</numerusform>
            <numerusform>Press again: %n have not voted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::VoucherPane</name>
    <message numerus="yes">
        <source>%n item(s) are not ticked off. Ctrl+Enter once more approves all the same.</source>
        <translation>
            <numerusform>%n item is not ticked off. Ctrl+Enter once more approves all the same.</numerusform>
            <numerusform>%n items are not ticked off. Ctrl+Enter once more approves all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n item(s) ticked off. Ctrl+Enter approves.</source>
        <translation>
            <numerusform>%n item ticked off. Ctrl+Enter approves.</numerusform>
            <numerusform>All %n items ticked off. Ctrl+Enter approves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::WithheldPage</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) came back or are not confirmed, and are not in the sum. Where the tax of what came back was paid already, it is not paid again with the month in which the transfer is made anew.</source>
        <translation>
            <numerusform>%n payment came back or is not confirmed, and is not in the sum. Where the tax of what came back was paid already, it is not paid again with the month in which the transfer is made anew.</numerusform>
            <numerusform>%n payments came back or are not confirmed, and are not in the sum. Where the tax of what came back was paid already, it is not paid again with the month in which the transfer is made anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::Words</name>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>%n of them</numerusform>
            <numerusform>%n of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than half: %n of them</source>
        <translation>
            <numerusform>more than half: %n of them</numerusform>
            <numerusform>more than half: %n of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lying for %n day(s)</source>
        <translation>
            <numerusform>lying for %n day</numerusform>
            <numerusform>lying for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::WorkBook</name>
    <message numerus="yes">
        <source>Mean of %n month(s) %1 (up to %2)</source>
        <translation>
            <numerusform>Mean of %n month %1 (up to %2)</numerusform>
            <numerusform>Mean of %n months %1 (up to %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::WorkBookText</name>
    <message numerus="yes">
        <source>%n register(s) written to %1.</source>
        <translation>
            <numerusform>%n register written to %1.</numerusform>
            <numerusform>%n registers written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::WorkDaysDialog</name>
    <message numerus="yes">
        <source>%n paper(s) of leave that are late</source>
        <translation>
            <numerusform>%n paper of leave that is late</numerusform>
            <numerusform>%n papers of leave that are late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::WorkModel</name>
    <message numerus="yes">
        <source>mean of %n month(s)</source>
        <translation>
            <numerusform>mean of %n month</numerusform>
            <numerusform>mean of %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::WorkPage</name>
    <message numerus="yes">
        <source>Nothing was written: CP932 does not have characters of %n member(s) of staff: %1.</source>
        <translation>
            <numerusform>Nothing was written: CP932 does not have characters of %n member of staff: %1.</numerusform>
            <numerusform>Nothing was written: CP932 does not have characters of %n members of staff: %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
