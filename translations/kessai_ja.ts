<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>kessai::Abolition</name>
    <message>
        <source>A unit</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>The people go along</source>
        <translation>職員も一緒に移す</translation>
    </message>
    <message>
        <source>Abolish the unit</source>
        <translation>組織を廃止</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>The work of its posts goes to</source>
        <translation>仕事の移る組織</translation>
    </message>
    <message>
        <source>Its work goes to</source>
        <translation>仕事の引継ぎ先</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) end without an heir: what waits there is listed for the section in charge of records, as cases without a destination.</source>
        <translation>
            <numerusform>引継ぎ先のない職が%n件あります。待っている案件は、その日から文書主管課の「行き先のない案件」に並びます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of those who hold a post here lose it. Give them other posts.</source>
        <translation>
            <numerusform>この組織の職に就いている%n人の職がなくなります。ほかの職を決めてください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::AbsencePage</name>
    <message>
        <source>First day</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Register the absence (&amp;A)</source>
        <translation>不在を登録(&amp;A)</translation>
    </message>
    <message>
        <source>You act for</source>
        <translation>あなたが代理する人</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Without a deputy, let reviews go on and read them afterwards</source>
        <translation>代理者がいないときは、回議を待たせず後閲にする</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>代理者</translation>
    </message>
    <message>
        <source>Both names are recorded. Nobody deputises for a deputy.</source>
        <translation>記録には本人と代理者の両方の名前が残ります。代理の代理はできません。</translation>
    </message>
    <message>
        <source>Whose days</source>
        <translation>対象者</translation>
    </message>
    <message>
        <source>My own days; choose somebody who fell ill</source>
        <translation>自分の分（急病などで登録できない人を選べます）</translation>
    </message>
    <message>
        <source>Absence of %1</source>
        <translation>%1 の不在</translation>
    </message>
    <message>
        <source>Deputies of %1</source>
        <translation>%1 の代理者</translation>
    </message>
    <message>
        <source>%1 acts for</source>
        <translation>%1 が代理する人</translation>
    </message>
    <message>
        <source>No absence is registered.</source>
        <translation>登録されている不在はありません。</translation>
    </message>
    <message>
        <source>No deputy is registered.</source>
        <translation>登録されている代理者はありません。</translation>
    </message>
    <message>
        <source>On days of absence, %1</source>
        <translation>不在の日に限る ・ %1</translation>
    </message>
    <message>
        <source>follows from a decided leave</source>
        <translation>決裁された休暇による</translation>
    </message>
    <message>
        <source>without a deputy, reviews are read afterwards</source>
        <translation>代理者がいないときの回議は後閲</translation>
    </message>
    <message>
        <source>%1 ・ %2</source>
        <extracomment>The days of a deputyship, and what it is limited to.
----------
A kind of absence and its days.</extracomment>
        <translation>%1 ・ %2</translation>
    </message>
    <message>
        <source>Shorten…</source>
        <translation>短縮…</translation>
    </message>
    <message>
        <source>Back from today</source>
        <translation>今日から出勤</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>The absence has ended.</source>
        <translation>不在を終了しました。</translation>
    </message>
    <message>
        <source>The absence was taken back.</source>
        <translation>不在を取り消しました。</translation>
    </message>
    <message>
        <source>New last day</source>
        <translation>新しい終了日</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>この日までにする</translation>
    </message>
    <message>
        <source>The absence was made shorter.</source>
        <translation>不在の期間を短くしました。</translation>
    </message>
    <message>
        <source>On all days, %1</source>
        <translation>毎日 ・ %1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>%1 does not act as deputy any more.</source>
        <translation>%1 の代理を終了しました。</translation>
    </message>
    <message>
        <source>The absence is registered: %1.</source>
        <translation>不在を登録しました：%1</translation>
    </message>
    <message>
        <source>%1 is registered as deputy.</source>
        <translation>%1 を代理者に登録しました。</translation>
    </message>
    <message>
        <source>The absence is registered again.</source>
        <translation>不在をもう一度登録しました。</translation>
    </message>
    <message>
        <source>What waits and what comes meanwhile goes to the deputy; without one it waits. A decided leave of whole days counts by itself.</source>
        <translation>案件は代理者に回り、いなければ待ちます。決裁された1日単位の休暇は自動で不在になります。</translation>
    </message>
    <message>
        <source>Empty for one day</source>
        <translation>1日だけのときは空欄</translation>
    </message>
    <message>
        <source>nobody acts meanwhile: what comes waits</source>
        <translation>代理者がいません。届く案件は待ちます</translation>
    </message>
    <message>
        <source>deputies act on some requests only: what else comes waits</source>
        <translation>代理者の対象は一部の申請だけです。それ以外の案件は待ちます</translation>
    </message>
    <message>
        <source>they are the deputy of %1: while both are away, what comes to %1 waits</source>
        <translation>%1の代理者です。ともに不在の間、%1に届く案件は待ちます</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kessai::ActBar</name>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Correct and resubmit (&amp;E)</source>
        <translation>修正して再申請(&amp;E)</translation>
    </message>
    <message>
        <source>Record the text as a comment, without acting</source>
        <translation>承認などをせず、コメントだけを記録します</translation>
    </message>
    <message>
        <source>Take back (&amp;W)</source>
        <translation>引戻し(&amp;W)</translation>
    </message>
    <message>
        <source>Take the case back to correct it; possible until the first approver acts</source>
        <translation>手元に戻して修正します。最初の承認者が処理するまで可能です</translation>
    </message>
    <message>
        <source>Cancel case (&amp;K)</source>
        <translation>取下げ(&amp;K)</translation>
    </message>
    <message>
        <source>Give the case up; possible until it is decided</source>
        <translation>案件を取り下げます。決裁されるまで可能です</translation>
    </message>
    <message>
        <source>Return (&amp;R)</source>
        <translation>差戻し(&amp;R)</translation>
    </message>
    <message>
        <source>Mark as seen (&amp;A)</source>
        <translation>確認しました(&amp;A)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Comment (needed to return or reject)</source>
        <translation>コメント（差戻し・否決のときは必須）</translation>
    </message>
    <message>
        <source>To the drafter</source>
        <translation>申請者へ</translation>
    </message>
    <message>
        <source>To step %1: %2</source>
        <translation>%2へ（段階%1）</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>More acts (Alt+M)</source>
        <translation>その他の操作（Alt+M）</translation>
    </message>
    <message>
        <source>Decide in their place (&amp;A)</source>
        <translation>代決する(&amp;A)</translation>
    </message>
    <message>
        <source>Mark as read afterwards (&amp;A)</source>
        <translation>後閲した(&amp;A)</translation>
    </message>
    <message>
        <source>Pull up and approve (&amp;A)</source>
        <translation>引き上げて承認(&amp;A)</translation>
    </message>
    <message>
        <source>Acts before those who have not reviewed yet; they read it afterwards. Needs a reason.</source>
        <translation>まだ回議していない人より先に処理します。その人は後閲します。理由が必要です。</translation>
    </message>
    <message>
        <source>Comment (needed to return or not to agree)</source>
        <translation>コメント（差戻し・不同意には必要）</translation>
    </message>
    <message>
        <source>Why you act before the others (needed)</source>
        <translation>先に処理する理由（必須）</translation>
    </message>
    <message>
        <source>Add somebody to the route…</source>
        <translation>経路に追加…</translation>
    </message>
    <message>
        <source>Put it before my superior</source>
        <translation>上位決裁へ</translation>
    </message>
    <message>
        <source>Pull up and approve</source>
        <translation>引き上げて承認</translation>
    </message>
    <message>
        <source>Pull up and return</source>
        <translation>引き上げて差戻し</translation>
    </message>
    <message>
        <source>Pull up and reject</source>
        <translation>引き上げて否決</translation>
    </message>
    <message>
        <source>Record that it was explained in person</source>
        <translation>対面で説明したことを記録</translation>
    </message>
    <message>
        <source>Remind (&amp;N)</source>
        <translation>催促(&amp;N)</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催促</translation>
    </message>
    <message>
        <source>Ask whoever the case waits for to see to it; the reminder is recorded (Alt+N)</source>
        <translation>案件を止めている人に処理を促します。催促は記録されます（Alt+N）</translation>
    </message>
    <message>
        <source>%1 (&amp;A)</source>
        <extracomment>The word for the act, and its key.</extracomment>
        <translation>%1(&amp;A)</translation>
    </message>
    <message>
        <source>%1 (&amp;J)</source>
        <translation>%1(&amp;J)</translation>
    </message>
    <message>
        <source>Comment (needed to return or give another time)</source>
        <translation>コメント（差戻し・時季変更のときは必須）</translation>
    </message>
    <message>
        <source>Not after all</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Draft a cancellation (&amp;K)</source>
        <translation>取消を起案(&amp;K)</translation>
    </message>
    <message>
        <source>Write a case that takes back what was decided; it says why, and goes the same way again</source>
        <translation>決裁を取り消す案件を起案します。理由はそこに書き、もう一度同じ経路をたどります</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>下書きを削除</translation>
    </message>
    <message>
        <source>Delete; for a while it can be brought back</source>
        <translation>削除します。しばらくの間は元に戻せます</translation>
    </message>
    <message>
        <source>Cancel case</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Do not agree</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否決</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <translation>%1 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Go on writing (&amp;E)</source>
        <translation>続きを書く(&amp;E)</translation>
    </message>
    <message>
        <source>Return: %1</source>
        <translation>差戻し：%1</translation>
    </message>
    <message>
        <source>Comment (needed to return)</source>
        <translation>コメント（差戻しのときは必須）</translation>
    </message>
    <message>
        <source>You are asked to agree, and decide next: two acts, both recorded (Ctrl+Enter)</source>
        <translation>あなたは合議を求められ、続けて決裁もします。二つとも記録されます（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Agree only, and decide later</source>
        <translation>合議だけする（決裁は後で）</translation>
    </message>
</context>
<context>
    <name>kessai::ActionStrip</name>
    <message>
        <source>Asked of you in meetings: %1, %2 overdue</source>
        <translation>会議で頼まれたこと %1件（うち%2件が期限超過）</translation>
    </message>
    <message>
        <source>Asked of you in meetings: %1</source>
        <translation>会議で頼まれたこと %1件</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Fold what was asked of you in meetings</source>
        <translation>会議で頼まれたことを閉じる</translation>
    </message>
    <message>
        <source>Look at what was asked of you in meetings</source>
        <translation>会議で頼まれたことを開く</translation>
    </message>
    <message>
        <source>%1, %2 ・ until %3</source>
        <comment>a meeting, its day, and the day something is due</comment>
        <translation>%1（%2） ・ 期限 %3</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>What came of “%1”</source>
        <translation>「%1」の結果</translation>
    </message>
    <message>
        <source>What came of it (optional)</source>
        <translation>ひとこと（任意）</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>未済に戻す</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>済みにする</translation>
    </message>
</context>
<context>
    <name>kessai::ActsModel</name>
    <message>
        <source>When</source>
        <translation>いつ</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>だれが</translation>
    </message>
    <message>
        <source>What</source>
        <translation>何を</translation>
    </message>
    <message>
        <source>From</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>in force from %1</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Revision of the office</source>
        <translation>改定の番号</translation>
    </message>
</context>
<context>
    <name>kessai::ActsPage</name>
    <message>
        <source>Who changed it</source>
        <translation>変えた人</translation>
    </message>
    <message>
        <source>History of changes</source>
        <comment>name of a file</comment>
        <translation>変更の履歴</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>変更の種類</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>変更の履歴</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>変更はありません</translation>
    </message>
    <message>
        <source>No change of this kind by this person is written down.</source>
        <translation>この種類の、この人の変更は記録にありません。</translation>
    </message>
    <message>
        <source>What the chosen change was</source>
        <translation>選んだ変更の内容</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (has left)</source>
        <translation>%1（退職）</translation>
    </message>
    <message>
        <source>%1 (not on the staff)</source>
        <translation>%1（職員ではありません）</translation>
    </message>
</context>
<context>
    <name>kessai::AddStepDialog</name>
    <message>
        <source>Post</source>
        <translation>職</translation>
    </message>
    <message>
        <source>Before me (&amp;B)</source>
        <translation>自分の前(&amp;B)</translation>
    </message>
    <message>
        <source>After me (&amp;N)</source>
        <translation>自分の後(&amp;N)</translation>
    </message>
    <message>
        <source>Add to the route</source>
        <translation>経路に追加</translation>
    </message>
    <message>
        <source>What they are asked</source>
        <translation>依頼する内容</translation>
    </message>
    <message>
        <source>They are asked now, and you after them</source>
        <translation>先にその職が処理し、その後に自分に戻ります</translation>
    </message>
    <message>
        <source>Not possible any more: somebody in your step has already acted</source>
        <translation>同じ段階ですでに処理した人がいるため、前には追加できません</translation>
    </message>
    <message>
        <source>They are asked when you have approved</source>
        <translation>自分が承認した後に回ります</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why they should see it</source>
        <translation>追加する理由</translation>
    </message>
    <message>
        <source>When</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>A route only gets longer; what has been approved stands.</source>
        <translation>経路は長くなるだけで、これまでの承認はそのまま有効です。</translation>
    </message>
    <message>
        <source>Add (&amp;A)</source>
        <translation>追加する(&amp;A)</translation>
    </message>
</context>
<context>
    <name>kessai::AdminHelp</name>
    <message>
        <source>makes a new office</source>
        <translation>新しい庁を作ります</translation>
    </message>
    <message>
        <source>brings the database up to date with this program</source>
        <translation>データベースをこのプログラムの版に合わせます</translation>
    </message>
    <message>
        <source>replays every case and checks that it proves itself</source>
        <translation>すべての案件を履歴から再現し、記録の正しさを検証します</translation>
    </message>
    <message>
        <source>Usage: kessai-admin COMMAND DATABASE [options]
Looks after the database of Kessai Desk.
</source>
        <translation>使い方: kessai-admin コマンド データベース [オプション]
決裁デスクのデータベースを管理します。
</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>コマンド:</translation>
    </message>
    <message>
        <source>DATABASE is sqlite:PATH or postgresql://[user@]host[:port]/name.
kessai-admin COMMAND --help tells more about a command, --version the version.
</source>
        <translation>データベースは sqlite:パス または postgresql://[ユーザー@]ホスト[:ポート]/名前 です。
各コマンドの説明は kessai-admin コマンド --help、版は --version で表示します。
</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command. See kessai-admin --help.</source>
        <translation>「%1」というコマンドはありません。kessai-admin --help を参照してください。</translation>
    </message>
    <message>
        <source>COMMAND is missing. See kessai-admin --help.</source>
        <translation>コマンドの指定がありません。kessai-admin --help を参照してください。</translation>
    </message>
    <message>
        <source>folds all histories into one digest to be kept elsewhere</source>
        <translation>全案件の履歴を一つのダイジェストにまとめます(外部で保管)</translation>
    </message>
    <message>
        <source>copies the whole office into a folder while everybody goes on working</source>
        <translation>業務を止めずに、庁のすべてをフォルダーに控えます</translation>
    </message>
    <message>
        <source>makes a new office of such a folder</source>
        <translation>控えたフォルダーから、新しいデータベースを作ります</translation>
    </message>
    <message>
        <source>writes the overtime of a closed month for the payroll system</source>
        <translation>締めた月の時間外勤務を給与システム用に書き出します</translation>
    </message>
    <message>
        <source>takes opening stocks of annual leave from a file</source>
        <translation>年次有給休暇の期首の残りをファイルから取り込みます</translation>
    </message>
    <message>
        <source>takes the official list of public holidays from a file</source>
        <translation>国民の祝日の公式一覧をファイルから取り込みます</translation>
    </message>
    <message>
        <source>takes decision tables from a file</source>
        <translation>専決表をファイルから取り込みます</translation>
    </message>
    <message>
        <source>takes lines of the budget and what they get from a file</source>
        <translation>予算の科目と金額をファイルから取り込みます</translation>
    </message>
    <message>
        <source>takes whom the office pays from a table</source>
        <translation>債権者（支払先と口座）を表のファイルから取り込みます</translation>
    </message>
    <message>
        <source>prints the register of overtime of a month</source>
        <translation>1か月の時間外勤務命令簿を印刷します</translation>
    </message>
    <message>
        <source>writes the bank&apos;s file of a batch of payments</source>
        <translation>支払の回の振込データ（総合振込）を保存します</translation>
    </message>
    <message>
        <source>destroys private notes on meetings whose day has come</source>
        <translation>期日の来た会議の個人の書き込みを消去します</translation>
    </message>
    <message>
        <source>writes the whole office into a folder, readable without this program</source>
        <translation>庁のすべてを、このプログラムなしで読める形でフォルダーに書き出します</translation>
    </message>
    <message>
        <source>tells how the database is doing, for monitoring</source>
        <translation>データベースの様子を表示します（監視用）</translation>
    </message>
    <message>
        <source>makes an office on a server of one in a file</source>
        <translation>ファイルの庁をサーバーに移します</translation>
    </message>
    <message>
        <source>Exit codes:
  0  all is well
  1  the command line makes no sense
  2  the database cannot be reached or used
  3  verify, restore or move found records that do not prove themselves or differ
  4  create or move found an office, anchor a file, backup or export a folder that is there already
  5  health found something somebody should see to
  6  health found something somebody has to do now</source>
        <translation>終了コード:
  0  正常
  1  コマンドラインが正しくない
  2  データベースに届かない、または使えない
  3  verify・restore・move が、確かめられない記録や違いを見つけた
  4  create・move・anchor・backup・export の書き込み先が、すでにある
  5  health が、確かめたほうがよいことを見つけた
  6  health が、すぐに対応することを見つけた</translation>
    </message>
    <message>
        <source>tries a day before it comes, such as the first of April</source>
        <translation>4月1日などの日を、その前に試します</translation>
    </message>
    <message>
        <source>takes who is on the staff and holds what from a table</source>
        <translation>職員と任用を名簿から取り込みます</translation>
    </message>
    <message>
        <source>writes the route of a form as a table</source>
        <translation>様式の承認経路を表に書き出します</translation>
    </message>
    <message>
        <source>takes the route of a form from a table</source>
        <translation>様式の承認経路を表から取り込みます</translation>
    </message>
    <message>
        <source>lists who changed what of the office, when and why</source>
        <translation>だれが、いつ、何を、なぜ変えたかの一覧を表示します</translation>
    </message>
    <message>
        <source>gives everybody on the staff a login role, and a new password to who forgot theirs; shuts out who left</source>
        <translation>職員全員にログインのロールを作り、パスワードを忘れた人には新しいパスワードを作り、退職した人を締め出します</translation>
    </message>
    <message>
        <source>tells who administers and audits the office; gives and takes these rights</source>
        <translation>管理者と監査の担当の一覧を表示し、権限を与え、外します</translation>
    </message>
</context>
<context>
    <name>kessai::AdminText</name>
    <message>
        <source>%1: the act was refused.</source>
        <translation>%1: 操作が拒否されました。</translation>
    </message>
    <message>
        <source>%1: the connection broke.</source>
        <translation>%1: 接続が切れました。</translation>
    </message>
    <message>
        <source>%1: the server cannot be reached.</source>
        <translation>%1: サーバーに接続できません。</translation>
    </message>
    <message>
        <source>%1: the server did not accept the name or the password.</source>
        <translation>%1: 名前またはパスワードが違います。</translation>
    </message>
    <message>
        <source>%1: this may not be read or written here.</source>
        <translation>%1: 読み書きの権限がありません。</translation>
    </message>
    <message>
        <source>%1: there is no such office.</source>
        <translation>%1: 庁のデータはありません。</translation>
    </message>
    <message>
        <source>%1: there is an office already; it was not touched.</source>
        <translation>%1: すでにあります。変更していません。</translation>
    </message>
    <message>
        <source>%1: the database is damaged.</source>
        <translation>%1: データベースが壊れています。</translation>
    </message>
    <message>
        <source>%1: this cannot be used.</source>
        <translation>%1: 使用できません。</translation>
    </message>
    <message>
        <source>%1: somebody else is using the database; try again later.</source>
        <translation>%1: ほかで使用中です。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>%1: cancelled.</source>
        <translation>%1: 中止しました。</translation>
    </message>
    <message>
        <source>%1: the disk is full.</source>
        <translation>%1: ディスクがいっぱいです。</translation>
    </message>
    <message>
        <source>%1: a file cannot be read.</source>
        <translation>%1: 読み取れないファイルがあります。</translation>
    </message>
    <message>
        <source>%1: a file is too large.</source>
        <translation>%1: ファイルが大きすぎます。</translation>
    </message>
    <message>
        <source>%1: an office cannot be kept on a network share; use PostgreSQL for several computers.</source>
        <translation>%1: 共有フォルダーには置けません。複数のパソコンで使うときは PostgreSQL を使ってください。</translation>
    </message>
    <message>
        <source>%1: this program is too old for the database; install the newer one.</source>
        <translation>%1: このプログラムはデータベースより古い版です。新しい版を入れてください。</translation>
    </message>
    <message>
        <source>%1: the database has to be brought up to date first, with kessai-admin migrate.</source>
        <translation>%1: 先に kessai-admin migrate でデータベースを更新してください。</translation>
    </message>
    <message>
        <source>%1: something went wrong inside the program.</source>
        <translation>%1: プログラム内部で問題が起きました。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（技術情報: %2）</translation>
    </message>
    <message>
        <source>%1: this is no office of Kessai Desk; where the database is empty, kessai-admin create makes one.</source>
        <translation>%1: 決裁デスクのデータではありません。空のデータベースなら、kessai-admin create で庁を作れます。</translation>
    </message>
</context>
<context>
    <name>kessai::AdoptFoot</name>
    <message>
        <source>In force from</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Put in force (&amp;S)</source>
        <translation>この日から使う(&amp;S)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>変える理由</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>直すところが%n件あります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be in force from tomorrow on at the earliest: what was filed until today stays as it is.</source>
        <translation>使い始める日は明日以降です。今日までに出されたものは、そのままです。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>まだ何も変わっていません。</translation>
    </message>
    <message>
        <source>Put right what is said above first.</source>
        <translation>上の直すところを先に直してください。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>理由を書いてください。</translation>
    </message>
    <message>
        <source>Try it (&amp;T)</source>
        <translation>試す(&amp;T)</translation>
    </message>
    <message>
        <source>It can be used. Worth a look:</source>
        <translation>このまま使えます。念のため確かめてください。</translation>
    </message>
    <message>
        <source>What is to come from %1 on was written without this. Write it again as well.</source>
        <translation>%1から使う予定の版（一覧）には、この変更が入っていません。そちらも直してください。</translation>
    </message>
</context>
<context>
    <name>kessai::AgendaModel</name>
    <message>
        <source>%1. %2</source>
        <comment>number and title of an item of the agenda</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>awaited until %1</source>
        <translation>%1まで提出待ち</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>提出待ち</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>第%1版</translation>
    </message>
    <message>
        <source>opened by %1 of %2</source>
        <translation>%2人中%1人が開いた</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden from %n</source>
        <translation>
            <numerusform>%n人に非公開</numerusform>
        </translation>
    </message>
    <message>
        <source>added after it was published</source>
        <translation>公開後に追加</translation>
    </message>
    <message>
        <source>Added</source>
        <comment>framed at a paper that came late</comment>
        <translation>追加</translation>
    </message>
    <message>
        <source>Agenda and papers</source>
        <translation>議題と資料</translation>
    </message>
    <message>
        <source>awaited from %1 until %2</source>
        <translation>%1さんの提出待ち（期限 %2）</translation>
    </message>
    <message>
        <source>replaced after it was published</source>
        <translation>公開後に差し替えられた資料です</translation>
    </message>
    <message>
        <source>Replaced</source>
        <comment>framed at a paper that came late</comment>
        <translation>差し替え</translation>
    </message>
</context>
<context>
    <name>kessai::AgendaPane</name>
    <message>
        <source>Choose an item or a paper at the left to see and change it here.</source>
        <translation>左で議題か資料を選ぶと、ここに内容が出て、変えられます。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>議題</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>予定（分）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>資料を追加…</translation>
    </message>
    <message>
        <source>Drop this item</source>
        <translation>議題を消す</translation>
    </message>
    <message>
        <source>Paper to ask for</source>
        <translation>依頼する資料</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>依頼する</translation>
    </message>
    <message>
        <source>Ask somebody for a paper</source>
        <translation>資料の提出を依頼する</translation>
    </message>
    <message>
        <source>Whom to ask</source>
        <translation>依頼する人</translation>
    </message>
    <message>
        <source>Hide the item from a member</source>
        <translation>この議題を見せない出席者</translation>
    </message>
    <message>
        <source>Hide it from a member…</source>
        <translation>見せない出席者を選ぶ…</translation>
    </message>
    <message>
        <source>Hidden from</source>
        <translation>この議題を見せない人</translation>
    </message>
    <message>
        <source>Title of the paper</source>
        <translation>資料名</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読む</translation>
    </message>
    <message>
        <source>Drop this paper</source>
        <translation>資料を消す</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>見せる</translation>
    </message>
    <message>
        <source>Nobody: all members see the item and its papers.</source>
        <translation>なし（出席者全員に議題と資料が見えます）。</translation>
    </message>
    <message>
        <source>Awaited from %1 until %2.</source>
        <translation>%1さんに%2までの提出を依頼しています。</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>提出：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n page(s).</source>
        <translation>
            <numerusform>%1（%2、%nページ）</numerusform>
        </translation>
    </message>
    <message>
        <source>Put there by %1 on %2.</source>
        <translation>%2&#x3000;%1が登録</translation>
    </message>
    <message>
        <source>It replaces an earlier one, and is revision %1.</source>
        <translation>差し替え済み（第%1版）</translation>
    </message>
    <message>
        <source>It came after the meeting was published.</source>
        <translation>公開後に追加された資料です。</translation>
    </message>
    <message>
        <source>Put a file there…</source>
        <translation>ファイルを置く…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>差し替える…</translation>
    </message>
    <message>
        <source>Opened by: %1</source>
        <translation>開いた人：%1</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>まだいません</translation>
    </message>
    <message>
        <source>Not opened by: %1</source>
        <translation>まだ開いていない人：%1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>“%1” is hidden from %2.</source>
        <translation>「%1」を%2さんに見せないようにしました。</translation>
    </message>
    <message>
        <source>“%1” is shown to %2 again.</source>
        <translation>「%1」を%2さんに見せるようにしました。</translation>
    </message>
    <message>
        <source>%1 is asked for the paper.</source>
        <translation>%1さんに資料の提出を依頼しました。</translation>
    </message>
</context>
<context>
    <name>kessai::AnchorSheet</name>
    <message>
        <source>Anchor no. %1</source>
        <translation>アンカー控え 第%1号</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取得日時</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件数</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>処理数</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>取得者</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Digest of the anchor before</source>
        <translation>前回のアンカーのダイジェスト</translation>
    </message>
    <message>
        <source>To check: &quot;kessai-admin anchor DATABASE --number %1 --out FILE&quot; must say the same digest, and &quot;kessai-admin verify DATABASE --anchor FILE&quot; must find nothing.</source>
        <translation>確認方法: 「kessai-admin anchor データベース --number %1 --out ファイル」が同じダイジェストを示し、「kessai-admin verify データベース --anchor ファイル」で異状がないこと。</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>照合者</translation>
    </message>
    <message>
        <source>Witnessed by</source>
        <translation>立会者</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>保管者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Acts on payments</source>
        <translation>支払の処理</translation>
    </message>
    <message>
        <source>The digest covers the history of every case submitted until then, everything done to payments, and all anchors before. Whoever keeps it where the database&apos;s owner does not reach can tell later whether any of it was rewritten, shortened or removed.</source>
        <translation>このダイジェストは、取得日時までに提出された全案件の履歴、支払に対して行われたすべての処理、これより前のすべてのアンカーを要約したものです。データベースの所有者の手の届かない所に保管しておけば、その後に記録が書き換え、短縮、削除されていないかを確かめられます。</translation>
    </message>
</context>
<context>
    <name>kessai::AnchorText</name>
    <message>
        <source>Writes the anchor to a file, to be checked by verify. A directory gets a file named by the anchor&apos;s number.</source>
        <translation>アンカーを verify で照合できるファイルに書き出します。ディレクトリを指定すると、番号を付けたファイルになります。</translation>
    </message>
    <message>
        <source>Takes no new anchor, but writes one that was taken before.</source>
        <translation>新しいアンカーは取らず、以前に取ったものを書き出します。</translation>
    </message>
    <message>
        <source>--number is a number from 1.</source>
        <translation>--number は1以上の番号です。</translation>
    </message>
    <message>
        <source>Anchor %1 of %2</source>
        <translation>%2 アンカー第%1号</translation>
    </message>
    <message>
        <source>Digest:</source>
        <translation>ダイジェスト:</translation>
    </message>
    <message>
        <source>Digest of the anchor before:</source>
        <translation>前回のアンカーのダイジェスト:</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き出しました。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。上書きしていません。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 に書き込めません (%2)。</translation>
    </message>
    <message>
        <source>Folds where the histories of all cases and of payments end now into one digest, chained to the one before, and keeps it in the database. Keep the file, or the digest on paper, where those who run the database do not reach: verify --anchor FILE then names every case that was rewritten, shortened or removed since, and payments that were, even by the owner of the database. To be run regularly.</source>
        <translation>全案件の履歴と支払の記録の末尾を、前回のものに連鎖する一つのダイジェスト(アンカー)にまとめ、データベースに記録します。ファイル、または紙に控えたダイジェストを、データベースの管理者の手の届かない所に保管してください。その後に書き換え、短縮、削除された案件や支払の記録は、データベースの所有者によるものでも、verify --anchor ファイル が示します。定期的に実行します。</translation>
    </message>
    <message>
        <source>Taken %1 (Japan). Cases: %2 (drafts apart), acts: %3, acts on payments: %4</source>
        <translation>取得 %1（日本時間）。案件 %2件（下書きを除く）、処理 %3件、支払の処理 %4件</translation>
    </message>
</context>
<context>
    <name>kessai::AppearanceDialog</name>
    <message>
        <source>Appearance</source>
        <translation>表示の設定</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>パソコンの設定に合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Universal design (BIZ UDPGothic)</source>
        <translation>ユニバーサルデザイン（BIZ UDPゴシック）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>書体</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字の大きさ</translation>
    </message>
</context>
<context>
    <name>kessai::Arguments</name>
    <message>
        <source>Where the office is: sqlite:PATH or postgresql://[user@]host[:port]/name. A password comes from PGPASSWORD or ~/.pgpass, or is asked for.</source>
        <translation>庁の場所: sqlite:パス または postgresql://[ユーザー@]ホスト[:ポート]/名前。パスワードは PGPASSWORD か ~/.pgpass から読むか、入力を求めます。</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>この説明を表示します。</translation>
    </message>
    <message>
        <source>Prints the result as JSON.</source>
        <translation>結果を JSON で出力します。</translation>
    </message>
    <message>
        <source>DATABASE is missing.</source>
        <translation>データベースの指定がありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one argument too many.</source>
        <translation>「%1」は余分な引数です。</translation>
    </message>
    <message>
        <source>%1 See kessai-admin %2 --help.</source>
        <translation>%1kessai-admin %2 --help を参照してください。</translation>
    </message>
    <message>
        <source>Password for %1: </source>
        <translation>%1 のパスワード: </translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 を読めません（%2）。</translation>
    </message>
    <message>
        <source>%1 holds more than %2 MB.</source>
        <translation>%1 は %2 MB を超えています。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>DATABASE is sqlite:PATH or postgresql://[user@]host[:port]/name.</source>
        <translation>データベースは sqlite:パス または postgresql://[ユーザー@]ホスト[:ポート]/名前 で指定してください。</translation>
    </message>
</context>
<context>
    <name>kessai::AttachmentPane</name>
    <message>
        <source>Back to the list</source>
        <translation>一覧へ戻る</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>一覧へ戻る (Esc)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>コピーを保存</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>ファイルを保存できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>kessai::AttachmentsEditor</name>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>or drop them anywhere on this page</source>
        <translation>または、この画面へドラッグ＆ドロップ</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>kessai::AttendancePane</name>
    <message>
        <source>All others are present</source>
        <translation>残りは全員出席</translation>
    </message>
    <message>
        <source>Notes of everybody of whom nothing is noted yet that they are present</source>
        <translation>未確認の人をすべて出席とします</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>出席</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a digit, and what it notes</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Of those chosen: %1</source>
        <translation>選んだ人を%1とします</translation>
    </message>
    <message>
        <source>%1 of %2 are there</source>
        <translation>%2人のうち%1人が出席</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a state of attendance, and how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>of %n nothing is noted</source>
        <translation>
            <numerusform>未確認 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name, and the state of attendance noted</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n people: %1</source>
        <translation>
            <numerusform>%n人を%1としました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n noted as present.</source>
        <translation>
            <numerusform>%n人を出席としました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 were there</source>
        <translation>%2人のうち%1人が出席</translation>
    </message>
</context>
<context>
    <name>kessai::AwaitedCard</name>
    <message>
        <source>You are asked for papers</source>
        <translation>資料提出のお願い</translation>
    </message>
    <message>
        <source>PDF files and pictures; they can be dropped here.</source>
        <translation>PDFか画像を選ぶか、ここに落としてください。</translation>
    </message>
    <message numerus="yes">
        <source>in place, %n page(s)</source>
        <translation>
            <numerusform>提出済み（%nページ）</numerusform>
        </translation>
    </message>
    <message>
        <source>was awaited until %1</source>
        <translation>期限（%1）を過ぎています</translation>
    </message>
    <message>
        <source>awaited until %1</source>
        <translation>%1まで提出待ち</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>差し替える…</translation>
    </message>
    <message>
        <source>The paper&apos;s file</source>
        <translation>資料のファイル</translation>
    </message>
    <message>
        <source>PDF files and pictures (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>PDFと画像 (*.pdf *.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>kessai::BackupText</name>
    <message>
        <source>Copies the office, as it is at one moment, into a new folder, while everybody goes on working. An anchor of all histories goes with it, by which restore knows that it gave back what was there. On a server it is run by the owner of the database, and pg_dump must be installed. The folder holds everything the office knows: keep it as safe as the office.</source>
        <translation>ある一時点の庁のすべてを、業務を止めずに新しいフォルダーに控えます。全案件の履歴のアンカーも一緒に控え、restore はそれで元どおりかを確かめます。サーバーではデータベースの所有者が実行し、pg_dump が必要です。フォルダーには庁内のすべての記録が入ります。本体と同じように守ってください。</translation>
    </message>
    <message>
        <source>The folder to be made.</source>
        <translation>作成するフォルダー。</translation>
    </message>
    <message>
        <source>--out FOLDER is missing.</source>
        <translation>--out フォルダー がありません。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。上書きしていません。</translation>
    </message>
    <message>
        <source>The backup could not be made in %1 (%2).</source>
        <translation>%1 に控えを作れませんでした (%2)。</translation>
    </message>
    <message>
        <source>Backed up to %1: cases %2 (drafts apart), acts %3, anchor %4.</source>
        <translation>%1 に控えました。案件 %2 件（下書きを除く）、行為 %3 件、アンカー %4。</translation>
    </message>
</context>
<context>
    <name>kessai::BenchPage</name>
    <message>
        <source>Filed on</source>
        <translation>提出日</translation>
    </message>
    <message>
        <source>By the rules in force</source>
        <translation>現行の規則では</translation>
    </message>
    <message>
        <source>By the draft</source>
        <translation>草案では</translation>
    </message>
    <message>
        <source>Look through (&amp;L)</source>
        <translation>調べる(&amp;L)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>A case to try</source>
        <translation>試す案件</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>起案者</translation>
    </message>
    <message>
        <source>Cases that would go another way</source>
        <translation>経路が変わる案件</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) looked at…</source>
        <translation>
            <numerusform>%n件を調べました…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n case(s).</source>
        <translation>
            <numerusform>%n件まで調べてやめました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of the last year looked through.</source>
        <translation>
            <numerusform>この1年と回議中の%n件を調べました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would go another way.</source>
        <translation>
            <numerusform>%n件の経路が変わります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: their drafter had left.</source>
        <translation>
            <numerusform>%n件は、起案者がその職にいないため除きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>調べています…</translation>
    </message>
    <message>
        <source>goes another way</source>
        <translation>経路が変わります</translation>
    </message>
    <message>
        <source>the same way</source>
        <translation>同じ経路です</translation>
    </message>
    <message>
        <source>Administrators are not given %1 of filed cases: what depends on it is not found here.</source>
        <translation>提出された案件の「%1」は管理者に渡されません。これで分かれる案件は、ここでは見つかりません。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Write the next revision of the decision table or of a route first; then it shows here which cases would go another way.</source>
        <translation>先に専決表か承認経路の次の版を書いてください。経路が変わる案件をここに示します。</translation>
    </message>
    <message>
        <source>Cases of this form are nobody&apos;s to look through. Make up the cases that matter at the left, and compare the two routes.</source>
        <translation>この様式の案件は、管理者にも渡されません。左で案件を仮に書いて、二つの経路を比べてください。</translation>
    </message>
    <message>
        <source>The cases of the last year and those that run, by the rules in force and by the draft. Running ones keep their route; only what is filed again goes by the new rules.</source>
        <translation>この1年に出された案件と回議中の案件を、現行の規則と草案で比べます。回議中の案件の経路はそのままで、出し直したものだけが新しい規則に従います。</translation>
    </message>
    <message>
        <source>%1 goes another way</source>
        <translation>%1は経路が変わります</translation>
    </message>
</context>
<context>
    <name>kessai::BookArea</name>
    <message>
        <source>Previous page</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>%1   ·   page %2</source>
        <translation>%1&#x3000;通し%2</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>%1 へ</translation>
    </message>
</context>
<context>
    <name>kessai::BookDialog</name>
    <message>
        <source>Save as PDF…</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Overtime register of %1</source>
        <translation>時間外勤務命令簿（%1）</translation>
    </message>
    <message>
        <source>Whose register</source>
        <translation>誰の命令簿か</translation>
    </message>
    <message>
        <source>Orders, results and who confirmed them, hours by rate and upper limits, a page for each.</source>
        <translation>命令・実績・確認者、支給割合ごとの時間、上限を、1人1枚にします。</translation>
    </message>
    <message>
        <source>How far the writing is</source>
        <translation>書き出しの進み具合</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>プリンターへ送りました。</translation>
    </message>
    <message>
        <source>Reading the month…</source>
        <translation>この月を読み込んでいます…</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>中止しました。何も書き出していません。</translation>
    </message>
    <message>
        <source>Nobody has any overtime in this month.</source>
        <translation>この月に時間外勤務のある職員はいません。</translation>
    </message>
    <message numerus="yes">
        <source>Writing %n register(s)…</source>
        <translation>
            <numerusform>%n人分の命令簿を書き出しています…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kessai::BookPanes</name>
    <message>
        <source>Another paper beside this one</source>
        <translation>横に資料を並べる</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>別の窓で開く</translation>
    </message>
    <message>
        <source>Close this view</source>
        <translation>この表示を閉じる</translation>
    </message>
</context>
<context>
    <name>kessai::BookPresenter</name>
    <message>
        <source>%1 could not be fetched</source>
        <translation>%1を取得できませんでした</translation>
    </message>
    <message>
        <source>%1 Click here or press Enter to try again.</source>
        <translation>%1ここを押すか、Enterキーでもう一度試します。</translation>
    </message>
    <message>
        <source>Ask the secretariat for a copy of %1 that opens without one.</source>
        <translation>パスワードなしで開ける%1を事務局に依頼してください。</translation>
    </message>
</context>
<context>
    <name>kessai::BookSide</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>%1ページ&#x3000;%2</translation>
    </message>
    <message>
        <source>%1 (awaited) %2</source>
        <translation>%1〔提出待ち〕%2</translation>
    </message>
    <message>
        <source>%1 (replaced) %2</source>
        <translation>%1〔差替〕%2</translation>
    </message>
    <message>
        <source>%1 (added late) %2</source>
        <translation>%1〔追加〕%2</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>しおり</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>kessai::BookView</name>
    <message>
        <source>Papers</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Search all papers</source>
        <translation>全資料を検索</translation>
    </message>
    <message>
        <source>No papers yet</source>
        <translation>資料はまだありません</translation>
    </message>
    <message>
        <source>They appear here as soon as the secretariat has added them.</source>
        <translation>事務局が追加すると、ここに表示されます。</translation>
    </message>
    <message>
        <source>Pages and contents</source>
        <translation>ページと目次</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>元の場所へ戻る</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>先へ進む</translation>
    </message>
    <message>
        <source>All pages in one run</source>
        <translation>連続表示</translation>
    </message>
    <message>
        <source>One page at a time</source>
        <translation>1ページずつ</translation>
    </message>
    <message>
        <source>Two pages at a time</source>
        <translation>見開き</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Papers, %1</source>
        <translation>資料 %1</translation>
    </message>
    <message>
        <source>Links on this page</source>
        <translation>このページのリンク</translation>
    </message>
    <message>
        <source>This link leads out of the papers, to %1</source>
        <translation>資料の外へのリンクです： %1</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>This link leads to something that is not opened from here.</source>
        <translation>このリンクの先は、ここからは開けません。</translation>
    </message>
    <message>
        <source>Write on the page</source>
        <translation>ページに書く</translation>
    </message>
    <message>
        <source>Leave full screen (Esc)</source>
        <translation>全画面を終える（Esc）</translation>
    </message>
</context>
<context>
    <name>kessai::BudgetCaseModel</name>
    <message>
        <source>Commitment</source>
        <translation>支出負担行為</translation>
    </message>
    <message>
        <source>Commitment lowered</source>
        <translation>減額</translation>
    </message>
    <message>
        <source>Transfer to another line</source>
        <translation>流用（出）</translation>
    </message>
    <message>
        <source>Transfer from another line</source>
        <translation>流用（入）</translation>
    </message>
    <message>
        <source>This case was not sent to you, so you cannot open it.</source>
        <translation>この案件はあなたに回っていないため、開けません。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Drafter</source>
        <translation>起案者</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Commitment raised</source>
        <translation>負担行為の増額</translation>
    </message>
    <message>
        <source>Commitment with payment</source>
        <translation>兼命令</translation>
    </message>
    <message>
        <source>Paid back or corrected</source>
        <translation>戻入・更正</translation>
    </message>
    <message>
        <source>Corrected to this line</source>
        <translation>この科目へ更正</translation>
    </message>
</context>
<context>
    <name>kessai::BudgetImportCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter this</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Do not enter</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Import a budget</source>
        <translation>予算の取込み</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is entered: %n row(s) need to be put right.</source>
        <translation>
            <numerusform>取り込みません。直す必要のある行が%n行あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>%1行目</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>All of this is entered already. Nothing would change.</source>
        <translation>すべて取込み済みです。変わるものはありません。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>New: %n line(s)</source>
        <translation>
            <numerusform>新しい科目：%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed from now on (name, section or item): %n line(s)</source>
        <translation>
            <numerusform>これから変わる科目（名称・所管・専決表の区分）：%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2: %3 yen</source>
        <translation>%1 %2：%3円</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entered already, and not entered twice: %n row(s)</source>
        <translation>
            <numerusform>取込み済みのため、二重には取り込まない行：%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>The budget is entered: %1 lines, %2 entries.</source>
        <translation>予算を取り込みました（科目%1件、金額%2件）。</translation>
    </message>
</context>
<context>
    <name>kessai::BudgetModel</name>
    <message>
        <source>In charge</source>
        <translation>所管課</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>予算科目</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>予算現額</translation>
    </message>
    <message>
        <source>To spend</source>
        <translation>執行可能額</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>負担済</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>起案中</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残額</translation>
    </message>
    <message>
        <source>Ordered to be paid</source>
        <translation>支出命令済</translation>
    </message>
</context>
<context>
    <name>kessai::BudgetPage</name>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>所管課</translation>
    </message>
    <message>
        <source>Import a budget…</source>
        <translation>予算を取り込む…</translation>
    </message>
    <message>
        <source>No case has moved this line yet.</source>
        <translation>この科目を使った案件はまだありません。</translation>
    </message>
    <message>
        <source>Code or words of a line</source>
        <translation>コードや科目の名称</translation>
    </message>
    <message>
        <source>Lines of the budget</source>
        <translation>予算科目の一覧</translation>
    </message>
    <message>
        <source>Cases behind the line</source>
        <translation>この科目の案件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the cases</source>
        <translation>案件の一覧を閉じる</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度読み込む</translation>
    </message>
    <message>
        <source>Import a budget</source>
        <translation>予算の取込み</translation>
    </message>
    <message>
        <source>Budgets (*.csv);;All files (*)</source>
        <translation>予算のファイル (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>すべての課</translation>
    </message>
    <message>
        <source>No line is found</source>
        <translation>当てはまる科目がありません</translation>
    </message>
    <message>
        <source>Search with fewer words, or in all sections.</source>
        <translation>言葉を減らすか、すべての課から探してください。</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>すべての科目を表示</translation>
    </message>
    <message>
        <source>There are no lines of this year</source>
        <translation>この年度の科目はまだありません</translation>
    </message>
    <message>
        <source>Finance enters the budget from a file.</source>
        <translation>財政担当が、予算のファイルを取り込みます。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n科目</numerusform>
        </translation>
    </message>
    <message>
        <source>This case was not sent to you, so you cannot open it.</source>
        <translation>この案件はあなたに回っていないため、開けません。</translation>
    </message>
    <message>
        <source>Budget %1</source>
        <comment>name of a file</comment>
        <translation>予算 %1</translation>
    </message>
    <message>
        <source>budget %1, to spend %2, committed %3, running %4, ordered to be paid %5, left %6 yen</source>
        <translation>予算現額 %1、執行可能額 %2、負担済 %3、起案中 %4、支出命令済 %5、残額 %6（円）</translation>
    </message>
</context>
<context>
    <name>kessai::BulkPanel</name>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Chosen cases and what came of each</source>
        <translation>選んだ案件とそれぞれの結果</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n件を選択中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve all %n (&amp;A)</source>
        <translation>
            <numerusform>%n件をまとめて承認(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  %2
%3</source>
        <translation>%1  %2
%3</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) approved</source>
        <translation>
            <numerusform>%n件を承認しました</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection was lost; it is not known whether this was recorded. Open the case to see.</source>
        <translation>接続が切れたため、記録されたかどうか分かりません。案件を開いて確かめてください。</translation>
    </message>
    <message>
        <source>%1 approved; of one it is not known: see below</source>
        <translation>%1件を承認。1件は記録されたか不明です（下記参照）</translation>
    </message>
    <message>
        <source>%1 approved, %2 not: see below</source>
        <translation>%1件を承認、%2件は未処理です（下記参照）</translation>
    </message>
    <message>
        <source>¥%1</source>
        <translation>%1円</translation>
    </message>
    <message numerus="yes">
        <source>not opened, %n attachment(s)</source>
        <translation>
            <numerusform>未読・添付%n件も未読</numerusform>
        </translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>未読</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>添付%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>To be decided in somebody&apos;s place: open it to do that.</source>
        <translation>代決になります。案件を開いて代決してください。</translation>
    </message>
    <message>
        <source>%1 chosen, %2 left out: see what is remarkable, and tick what you approve all the same</source>
        <translation>%1件を選択中、うち%2件は除外（注意点を確かめ、承認するものにはチェックを付けてください）</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n (Enter)</source>
        <translation>
            <numerusform>%n件を承認 (Enter)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cases will be approved; %2 of them you have not opened.</source>
        <translation>%1件を承認します。うち%2件は未読です。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will be approved.</source>
        <translation>
            <numerusform>%n件を承認します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>You have not opened it.</source>
        <translation>まだ開いていません。</translation>
    </message>
    <message>
        <source>It was not looked at.</source>
        <translation>確かめていません。</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>確かめるのをやめる</translation>
    </message>
    <message>
        <source>Looking through: %1 of %2</source>
        <translation>確かめています：%1／%2件</translation>
    </message>
    <message numerus="yes">
        <source>Tick %n that you have not opened (&amp;U)</source>
        <translation>
            <numerusform>まだ開いていない%n件に印を付ける(&amp;U)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::CancellationBox</name>
    <message>
        <source>Why it is cancelled</source>
        <translation>取消の理由</translation>
    </message>
    <message>
        <source>First day taken back</source>
        <translation>取り消す期間の初日</translation>
    </message>
    <message>
        <source>Last day taken back</source>
        <translation>取り消す期間の終わりの日</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two days</comment>
        <translation>〜</translation>
    </message>
    <message>
        <source>Days taken back (some of them, or all)</source>
        <translation>取り消す期間（一部の日だけにもできます）</translation>
    </message>
    <message>
        <source>Enter the first and the last day taken back.</source>
        <translation>取り消す期間の初日と終わりの日を入力してください。</translation>
    </message>
    <message>
        <source>The last day taken back is before the first.</source>
        <translation>取り消す期間の終わりの日が初日より前です。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1〜%2</translation>
    </message>
    <message>
        <source>Taken back before: %1</source>
        <translation>取消済みの日: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two days</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kessai::CaseDelegate</name>
    <message>
        <source>now with %1</source>
        <translation>現在：%1</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>至急</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>%1 (absent)</source>
        <translation>%1（不在）</translation>
    </message>
    <message>
        <source>with %1 since %2/%3</source>
        <comment>post, month/day</comment>
        <translation>%2/%3から%1</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>催促</translation>
    </message>
    <message>
        <source>Filed for a colleague</source>
        <translation>代理入力</translation>
    </message>
    <message>
        <source>Cancels</source>
        <comment>framed before a subject: it takes back another case</comment>
        <translation>取消</translation>
    </message>
    <message>
        <source>In examination</source>
        <translation>審査中</translation>
    </message>
</context>
<context>
    <name>kessai::CaseExport</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>申請日</translation>
    </message>
    <message>
        <source>Changed on</source>
        <translation>更新日</translation>
    </message>
    <message>
        <source>Now with</source>
        <translation>現在の宛先</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Cancelled by</source>
        <translation>取消の番号</translation>
    </message>
</context>
<context>
    <name>kessai::CaseFacts</name>
    <message>
        <source>Filed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>%1 (%2 %3)</source>
        <translation>%1（%2 %3）</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>申請日</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>¥%1</source>
        <translation>%1円</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>変更：%1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空欄）</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>入力者</translation>
    </message>
    <message>
        <source>Over the limit (%1)</source>
        <comment>limit</comment>
        <translation>超過（%1）</translation>
    </message>
    <message>
        <source>Sum of the lines</source>
        <translation>計</translation>
    </message>
</context>
<context>
    <name>kessai::CaseModel</name>
    <message>
        <source>¥%1</source>
        <translation>%1円</translation>
    </message>
    <message>
        <source>%1, %2, %3, filed by %4 of %5</source>
        <translation>%1、%2、%3、申請者 %5 %4</translation>
    </message>
    <message>
        <source>Asked of you</source>
        <translation>依頼</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>申請日</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>by %1/%2</source>
        <comment>month/day</comment>
        <translation>%1/%2まで</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>month/day</comment>
        <translation>%1月%2日</translation>
    </message>
    <message>
        <source>reminded of</source>
        <translation>催促あり</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>滞留開始</translation>
    </message>
    <message>
        <source>(Cancelled by %1) %2</source>
        <translation>（%1により取消済み）%2</translation>
    </message>
    <message>
        <source>%1, %2, by %3 of %4</source>
        <translation>%1、%2、%4 %3</translation>
    </message>
    <message>
        <source>filed for them by a colleague</source>
        <translation>同僚による代理入力</translation>
    </message>
</context>
<context>
    <name>kessai::CasePanel</name>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>印刷 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>案件が選ばれていません</translation>
    </message>
    <message>
        <source>Choose one in the list to see it here.</source>
        <translation>一覧から選ぶと、ここに表示されます。</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付</translation>
    </message>
    <message>
        <source>History</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>承認経路</translation>
    </message>
    <message>
        <source>%1 ・ %2</source>
        <translation>%1 ・ %2</translation>
    </message>
    <message>
        <source>Open beside the case</source>
        <translation>案件の横に開く</translation>
    </message>
    <message>
        <source>Attachments %1</source>
        <translation>添付 %1</translation>
    </message>
    <message>
        <source>History %1</source>
        <translation>経過 %1</translation>
    </message>
    <message>
        <source>%1 ・ Important</source>
        <translation>%1 ・ 重要</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>%1 If somebody filed it in your name, give it up below: it then counts for nothing.</source>
        <translation>%1 だれかがあなたの名前で申請したものなら、下の「取下げ」で取り下げてください。取り下げると、どの集計にも入りません。</translation>
    </message>
    <message>
        <source>That you agree is recorded. Of the decision: %1</source>
        <translation>合議は記録しました。決裁について：%1</translation>
    </message>
</context>
<context>
    <name>kessai::CaseRefEditor</name>
    <message>
        <source>Choose…</source>
        <translation>選んでください…</translation>
    </message>
    <message>
        <source>Number or a part of the title</source>
        <translation>番号または件名の一部</translation>
    </message>
    <message>
        <source>%1 (left: ¥%2)</source>
        <translation>%1（残り %2円）</translation>
    </message>
</context>
<context>
    <name>kessai::CasesPage</name>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Returned.</source>
        <translation>差し戻しました。</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>否決しました。</translation>
    </message>
    <message>
        <source>Taken back; you can correct it now.</source>
        <translation>引き戻しました。修正できます。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>取り下げました。</translation>
    </message>
    <message>
        <source>Comment recorded.</source>
        <translation>コメントを記録しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) approved</source>
        <translation>
            <numerusform>%n件を承認しました</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 approved; of one it is not known</source>
        <translation>%1件を承認、1件は記録されたか不明</translation>
    </message>
    <message>
        <source>%1 approved, %2 not</source>
        <translation>%1件を承認、%2件は未処理</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件一覧</translation>
    </message>
    <message>
        <source>Kinds of case</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Try fewer words, or look in another list.</source>
        <translation>言葉を減らすか、別の一覧で探してください。</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>承認待ちはありません</translation>
    </message>
    <message>
        <source>New items appear here by themselves.</source>
        <translation>新しい案件は自動で表示されます。</translation>
    </message>
    <message>
        <source>Nothing was returned to you</source>
        <translation>差し戻された案件はありません</translation>
    </message>
    <message>
        <source>Cases that need your correction appear here.</source>
        <translation>修正が必要な案件がここに表示されます。</translation>
    </message>
    <message>
        <source>You have filed nothing yet</source>
        <translation>まだ申請がありません</translation>
    </message>
    <message>
        <source>File a request with the button, or Ctrl+N.</source>
        <translation>下のボタン、または Ctrl+N で申請できます。</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新しい申請</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>下書きはありません</translation>
    </message>
    <message>
        <source>What you begin is kept here by itself.</source>
        <translation>書きかけの申請は自動でここに保存されます。</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>案件はまだありません</translation>
    </message>
    <message>
        <source>Cases you may read appear here.</source>
        <translation>閲覧できる案件がここに表示されます。</translation>
    </message>
    <message>
        <source>Recorded that you do not agree.</source>
        <translation>不同意を記録しました。</translation>
    </message>
    <message>
        <source>Added to the route.</source>
        <translation>経路に追加しました。</translation>
    </message>
    <message>
        <source>Put before your superior.</source>
        <translation>上位決裁へ回しました。</translation>
    </message>
    <message>
        <source>Reminder recorded; it shows in their tray.</source>
        <translation>催促しました。相手の受信箱に表示されます。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Nothing is late</source>
        <translation>期限を過ぎたものはありません</translation>
    </message>
    <message>
        <source>What waits too long in your section, or was filed there, appears here.</source>
        <translation>所属で止まっている案件や、所属から出た案件で期限を過ぎたものが表示されます。</translation>
    </message>
    <message>
        <source>Something that came back to you has not been filed again since %1.</source>
        <translation>差戻し・引戻しのまま再申請していない案件があります（最も古いものは%1から）。</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべての様式</translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests came back to you.</source>
        <translation>
            <numerusform>差戻し・引戻しの申請が%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what came back</source>
        <translation>要対応の案件を見る</translation>
    </message>
    <message>
        <source>What is late first, then what waits longest; otherwise what came last</source>
        <translation>期限を過ぎたもの、長く待っているものから並べます。外すと新しく届いた順です</translation>
    </message>
    <message>
        <source>Decided for the one who is away.</source>
        <translation>不在の決裁者に代わって決裁しました（代決）。</translation>
    </message>
    <message>
        <source>Pulled up and approved.</source>
        <translation>引き上げて承認しました。</translation>
    </message>
    <message>
        <source>Recorded: %1.</source>
        <translation>%1しました。</translation>
    </message>
    <message>
        <source>Recorded that it was explained in person.</source>
        <translation>口頭で説明したことを記録しました。</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>期限の近い順</translation>
    </message>
    <message>
        <source>Due first</source>
        <comment>where there is little room</comment>
        <translation>期限順</translation>
    </message>
</context>
<context>
    <name>kessai::ChangesCard</name>
    <message>
        <source>The first revision</source>
        <translation>最初の版</translation>
    </message>
    <message>
        <source>What the draft changes</source>
        <translation>草案で変わること</translation>
    </message>
    <message>
        <source>What this revision changed</source>
        <translation>この版で変わったこと</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>まだありません。</translation>
    </message>
</context>
<context>
    <name>kessai::ChangesText</name>
    <message>
        <source>Only what this person changed, by login.</source>
        <translation>このログイン名の人が変えたものだけ。</translation>
    </message>
    <message>
        <source>Only changes of this kind: %1.</source>
        <translation>この種類の変更だけ: %1。</translation>
    </message>
    <message>
        <source>How many of the newest are shown; 100 unless it is said, all with --out.</source>
        <translation>新しいものから何件を表示するか。省くと100件、--out では全部。</translation>
    </message>
    <message>
        <source>Writes them into this CSV file (UTF-8) instead.</source>
        <translation>表示する代わりに、このCSVファイル（UTF-8）に書き出します。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of change.</source>
        <translation>「%1」という種類の変更はありません。</translation>
    </message>
    <message>
        <source>--most is a number from 1.</source>
        <translation>--most は1以上の数です。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。上書きしていません。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 に書き込めません（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1.</source>
        <translation>
            <numerusform>%n行を %1 に書き出しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>変更の履歴</translation>
    </message>
    <message>
        <source>Nothing of this kind is written down.</source>
        <translation>この種類の変更は記録にありません。</translation>
    </message>
    <message>
        <source>Lists who changed what of the office, when, why and from which day, the newest first, as the settings of the window show it: organisation, routes, decision tables, forms, numbers, holidays, deputies, rights. Of what is prepared for a day to come it tells only that it was prepared. It changes nothing. The owner of the database runs it.</source>
        <translation>だれが、いつ、何を、いつから、なぜ変えたかを、設定の画面の「変更の履歴」と同じように、新しい順に表示します。組織、承認経路、専決表、様式、基準値、休日、代理、管理者と監査の権限などです。先の日に備えて準備したものは、準備したことだけを表示します。何も変えません。データベースの所有者が実行します。</translation>
    </message>
</context>
<context>
    <name>kessai::CheckList</name>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>%1 (another&apos;s name)</source>
        <translation>%1（債権者と別の名義）</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>登録番号</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n日超過</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>本日</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>あと%n日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ChosenList</name>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
</context>
<context>
    <name>kessai::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>この説明を表示します。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>版を表示します。</translation>
    </message>
    <message>
        <source>The office to sign in to: sqlite:PATH or postgresql://SERVER/NAME.</source>
        <translation>サインイン先: sqlite:パス または postgresql://サーバー/名前</translation>
    </message>
    <message>
        <source>The login name to offer.</source>
        <translation>最初に表示するログイン名</translation>
    </message>
    <message>
        <source>ja or en; otherwise English in an English locale, Japanese in any other.</source>
        <translation>ja または en。指定がなければ、英語環境では英語、それ以外では日本語です。</translation>
    </message>
    <message>
        <source>Kessai Desk: requests and approvals without paper.</source>
        <translation>決裁デスク：紙のいらない申請と決裁</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>理解できない指定です: %1</translation>
    </message>
    <message>
        <source>--language is ja or en.</source>
        <translation>--language には ja か en を指定してください。</translation>
    </message>
    <message>
        <source>--office is sqlite:PATH or postgresql://SERVER/NAME.</source>
        <translation>--office には sqlite:パス か postgresql://サーバー/名前 を指定してください。</translation>
    </message>
    <message>
        <source>The address may not contain a password; it is asked for in the window.</source>
        <translation>アドレスにパスワードは書けません。画面で入力してください。</translation>
    </message>
</context>
<context>
    <name>kessai::ComposePage</name>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>下書きに保存</translation>
    </message>
    <message>
        <source>Submit (&amp;S)</source>
        <translation>申請する(&amp;S)</translation>
    </message>
    <message>
        <source>Saved as a draft %1</source>
        <translation>下書きを自動保存しました %1</translation>
    </message>
    <message>
        <source>What you typed is kept on this computer.</source>
        <translation>入力した内容はこのパソコンに保存してあります。</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付</translation>
    </message>
    <message>
        <source>The draft this belongs to was changed elsewhere. What was kept on this computer is a draft of its own now; compare the two.</source>
        <translation>元の下書きが別の場所で変更されています。このパソコンに残っていた内容は別の下書きとして開きました。見比べてください。</translation>
    </message>
    <message>
        <source>This request could not be saved last time. It was kept on this computer; go on with it here.</source>
        <translation>前回保存できなかった申請です。このパソコンに残してありました。続きから入力できます。</translation>
    </message>
    <message>
        <source>Correct: %1</source>
        <translation>%1（修正）</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>%1（新規）</translation>
    </message>
    <message>
        <source>Resubmit (&amp;S)</source>
        <translation>再申請する(&amp;S)</translation>
    </message>
    <message>
        <source>Discard the correction</source>
        <translation>修正を破棄</translation>
    </message>
    <message>
        <source>An attachment is still being stored. Submit when it is done.</source>
        <translation>添付ファイルを保存中です。終わってから申請してください。</translation>
    </message>
    <message>
        <source>Throw away what you have written here?</source>
        <translation>入力した内容を破棄しますか？</translation>
    </message>
    <message>
        <source>Cancellation of %1</source>
        <translation>%1 の取消</translation>
    </message>
    <message>
        <source>Whose request it is</source>
        <translation>申請する人</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>New: %1, for %2</source>
        <translation>%1（新規・%2さんの代理入力）</translation>
    </message>
    <message>
        <source>What only those who decide may read is not kept on a computer; see whether it is complete.</source>
        <translation>決裁する人だけが読める欄は、このパソコンに保存していません。記入もれがないか確かめてください。</translation>
    </message>
    <message>
        <source>Only those who decide can open them.</source>
        <translation>決裁する人だけが開けます。</translation>
    </message>
    <message>
        <source>The form has changed since this was begun. It goes on by the form of today; look through its fields.</source>
        <translation>書き始めたあとに様式が変わりました。今日の様式で続けます。欄を確かめてください。</translation>
    </message>
    <message>
        <source>No longer asked, and left out: %1</source>
        <translation>今日の様式にないため、外したもの: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between fields</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>a field and what stood in it</comment>
        <translation>%1「%2」</translation>
    </message>
    <message>
        <source>Copy what was left out</source>
        <translation>外した内容をコピー</translation>
    </message>
</context>
<context>
    <name>kessai::ComposeSide</name>
    <message>
        <source>What it does</source>
        <translation>この申請の影響</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>承認経路</translation>
    </message>
    <message>
        <source>worked out from your section and the rules</source>
        <translation>所属と規程から自動で決まりました</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of step: who is asked</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>the longest there is, until the amount is entered</source>
        <translation>金額を入れるまでの仮の経路です</translation>
    </message>
</context>
<context>
    <name>kessai::ConditionEditor</name>
    <message>
        <source>at least</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>above</source>
        <translation>超</translation>
    </message>
    <message>
        <source>below</source>
        <translation>未満</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>以下</translation>
    </message>
    <message>
        <source>is</source>
        <translation>である</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>でない</translation>
    </message>
    <message>
        <source>is so</source>
        <translation>当てはまる</translation>
    </message>
    <message>
        <source>is not so</source>
        <translation>当てはまらない</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>記入がある</translation>
    </message>
    <message>
        <source>Always.</source>
        <translation>いつでも回ります。</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件の組合せ</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>すべてに当てはまるとき（かつ）</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>どれかに当てはまるとき（または）</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>条件を加える</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比べ方</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>kessai::ConductPane</name>
    <message>
        <source>The meeting</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>出席</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>発言</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>採決</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>End the meeting…</source>
        <translation>会議を終える…</translation>
    </message>
    <message>
        <source>Is the meeting over? Nothing but minutes and actions changes afterwards.</source>
        <translation>会議を終えますか。あとから変えられるのは、会議録と対応の済みだけです。</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>終える</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>会議を終えました。</translation>
    </message>
    <message>
        <source>Open the minutes</source>
        <translation>会議録を開く</translation>
    </message>
    <message>
        <source>Draft the minutes</source>
        <translation>会議録を起案</translation>
    </message>
    <message>
        <source>“%1” is written under Outcome and not recorded yet.</source>
        <translation>「結果」に書いた「%1」は、まだ記録していません。</translation>
    </message>
    <message>
        <source>Record it and end</source>
        <translation>記録して終える</translation>
    </message>
    <message>
        <source>The office is out of reach. The meeting ends when it is reached again.</source>
        <translation>サーバーにつながりません。つながると会議を終えます。</translation>
    </message>
    <message numerus="yes">
        <source>The attendance of %n people is not known yet.</source>
        <translation>
            <numerusform>%n人の出欠が未確認です。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has the floor.</source>
        <translation>%1さんが発言中です。</translation>
    </message>
    <message>
        <source>The end is on its way already. Where it does not get through, the meeting goes on.</source>
        <translation>会議の終了をサーバーへ送っています。届かなければ、会議は続きます。</translation>
    </message>
    <message>
        <source>The office did not answer, and the meeting may be over already. If not, it ends when the office is reached.</source>
        <translation>サーバーの応答がなく、会議はすでに終わっているかもしれません。終わっていなければ、つながったときに終わります。</translation>
    </message>
    <message>
        <source>“%1” is over: its end was recorded before it could be taken back.</source>
        <translation>「%1」は終わりました。取りやめる前に、終了が記録されていました。</translation>
    </message>
    <message>
        <source>The office did not answer, and the meeting may be over already. If not, it goes on.</source>
        <translation>サーバーの応答がなく、会議はすでに終わっているかもしれません。終わっていなければ、会議は続きます。</translation>
    </message>
    <message>
        <source>A vote is open; close it or call it off first.</source>
        <translation>採決の途中です。先に締め切るか、取り消してください。</translation>
    </message>
</context>
<context>
    <name>kessai::Console</name>
    <message>
        <source>%1 … %2%</source>
        <translation>%1 … %2%</translation>
    </message>
</context>
<context>
    <name>kessai::CreateText</name>
    <message>
        <source>Makes a new office. Without --sample it has one administrator and nothing else; with --sample it is an invented city of some 450 people with three months of history, to try the program with. An office that is there already is not touched, and nothing is left of one that could not be finished.

On a server everybody in the office gets a login of their own. The administrator&apos;s password is taken from KESSAI_ADMIN_PASSWORD or asked for; it is never printed.</source>
        <translation>新しい庁を作ります。--sample を付けないときは管理者1人だけ、付けると職員約450人と3か月分の履歴をもつ架空の市になります。すでにあるデータは変更せず、途中で失敗したときは何も残しません。

サーバーでは、職員一人ひとりにログインを作ります。管理者のパスワードは KESSAI_ADMIN_PASSWORD から読むか入力を求め、表示はしません。</translation>
    </message>
    <message>
        <source>Makes the sample office.</source>
        <translation>見本の庁を作ります。</translation>
    </message>
    <message>
        <source>The name of the office.</source>
        <translation>庁の名前</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The administrator&apos;s login (default: admin).</source>
        <translation>管理者のログイン名（省略時 admin）</translation>
    </message>
    <message>
        <source>LOGIN</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>The administrator&apos;s family and given name, parted by a space.</source>
        <translation>管理者の氏名（姓と名の間に空白）</translation>
    </message>
    <message>
        <source>On a server: the password of all the invented people. Default: one is made up and printed.</source>
        <translation>サーバーのとき：架空の職員全員のパスワード。省略すると自動で作って表示します。</translation>
    </message>
    <message>
        <source>PASSWORD</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Another number gives another sample office like it.</source>
        <translation>番号を変えると、別の見本になります。</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>--%1 goes with --sample only.</source>
        <translation>--%1 は --sample と一緒に使います。</translation>
    </message>
    <message>
        <source>--%1 does not go with --sample.</source>
        <translation>--%1 は --sample と一緒に使えません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a login: use 1 to 40 small letters, digits, - and _, a letter first.</source>
        <translation>「%1」はログイン名に使えません。英小文字で始まる40字以内の英小文字・数字・-・_ にしてください。</translation>
    </message>
    <message>
        <source>--seed needs a whole number.</source>
        <translation>--seed には整数を指定してください。</translation>
    </message>
    <message>
        <source>The administrator needs a password: set KESSAI_ADMIN_PASSWORD or run this at a terminal.</source>
        <translation>管理者のパスワードが必要です。KESSAI_ADMIN_PASSWORD を設定するか、端末から実行してください。</translation>
    </message>
    <message>
        <source>New password for %1: </source>
        <translation>%1 の新しいパスワード: </translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>もう一度: </translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>2回のパスワードが一致しません。</translation>
    </message>
    <message>
        <source>Making the sample office</source>
        <translation>見本の庁を作成中</translation>
    </message>
    <message>
        <source>%1 was made: %2</source>
        <translation>%1 を作りました: %2</translation>
    </message>
    <message>
        <source>%1 people, %2 cases with %3 acts and %4 attached files.</source>
        <translation>職員 %1人、案件 %2件、行為 %3件、添付 %4件</translation>
    </message>
    <message>
        <source>Sign in as one of these, to begin with:</source>
        <translation>まず、次の職員でサインインしてみてください:</translation>
    </message>
    <message>
        <source>Password of all the invented people: %1</source>
        <translation>架空の職員全員のパスワード: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of them could sign in to this server already and keep(s) the password of before.</source>
        <translation>
            <numerusform>うち%n人はこのサーバーのログインが既にあり、以前のパスワードのままです。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: there is no such folder.</source>
        <translation>%1: フォルダーがありません。</translation>
    </message>
</context>
<context>
    <name>kessai::DateEdit</name>
    <message>
        <source>e.g. 8.11.28 or 11/28</source>
        <translation>例：8.11.28、11/28</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>日付を選ぶ</translation>
    </message>
    <message>
        <source>Pick a day (F4)</source>
        <translation>日付を選ぶ（F4）</translation>
    </message>
    <message>
        <source>%1 was entered; the era had ended by then. It is taken for %2.</source>
        <translation>「%1」はその元号の終わった後の日付です。%2として扱います。</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>その日付はありません。</translation>
    </message>
</context>
<context>
    <name>kessai::DateStamp</name>
    <message>
        <source>pp</source>
        <extracomment>On a date stamp: decided in somebody&apos;s place, as in &quot;pp&quot; before a signature.</extracomment>
        <translation>代</translation>
    </message>
</context>
<context>
    <name>kessai::DayDelegate</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::DayRun</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n unit(s): %2)</source>
        <translation>
            <numerusform>%1（%nの組織: %2）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as it is today</source>
        <translation>%1（今日も同じ）</translation>
    </message>
    <message>
        <source>%1 for %2: %3</source>
        <translation>%2の代理 %1: %3</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>なし</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s), %2 → %3</source>
        <translation>
            <numerusform>%1: %n件、%2 → %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people move</source>
        <translation>
            <numerusform>異動 %n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) whose route finds nobody</source>
        <translation>
            <numerusform>承認する人のいない経路 %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant post(s)</source>
        <translation>
            <numerusform>空席の職 %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people without a post</source>
        <translation>
            <numerusform>職のない人 %n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deputyship(s) to look at</source>
        <translation>
            <numerusform>確かめる代理 %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) whose waiting cases become another&apos;s</source>
        <translation>
            <numerusform>待っている案件の担当が変わる職 %n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::DayWords</name>
    <message>
        <source>Annual leave</source>
        <translation>年次有給休暇</translation>
    </message>
    <message>
        <source>Annual</source>
        <comment>annual leave, in a cell</comment>
        <translation>年休</translation>
    </message>
    <message>
        <source>Special leave</source>
        <translation>特別休暇</translation>
    </message>
    <message>
        <source>Special</source>
        <comment>special leave, in a cell</comment>
        <translation>特休</translation>
    </message>
    <message>
        <source>Sick leave</source>
        <translation>病気休暇</translation>
    </message>
    <message>
        <source>Sick</source>
        <comment>sick leave, in a cell</comment>
        <translation>病休</translation>
    </message>
    <message>
        <source>Care leave</source>
        <translation>介護休暇</translation>
    </message>
    <message>
        <source>Care</source>
        <comment>care leave, in a cell</comment>
        <translation>介護</translation>
    </message>
    <message>
        <source>Care time</source>
        <translation>介護時間</translation>
    </message>
    <message>
        <source>Partial leave</source>
        <translation>部分休業</translation>
    </message>
    <message>
        <source>Partial</source>
        <comment>partial leave, in a cell</comment>
        <translation>部分</translation>
    </message>
    <message>
        <source>Union leave</source>
        <translation>組合休暇</translation>
    </message>
    <message>
        <source>Union</source>
        <comment>union leave, in a cell</comment>
        <translation>組合</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>休暇</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>overtime order, in a cell</comment>
        <translation>命令</translation>
    </message>
    <message>
        <source>Overtime</source>
        <comment>overtime worked, in a cell</comment>
        <translation>時間外</translation>
    </message>
    <message>
        <source>Duty</source>
        <comment>a day off made a day of duty, in a cell</comment>
        <translation>振替勤務</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <comment>a day of duty given up for another, in a cell</comment>
        <translation>振替休</translation>
    </message>
    <message>
        <source>Day off</source>
        <comment>in place of a holiday worked, in a cell</comment>
        <translation>代休</translation>
    </message>
    <message>
        <source>Time off</source>
        <comment>in place of overtime pay, in a cell</comment>
        <translation>代休時間</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1時間</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1時間%2分</translation>
    </message>
    <message>
        <source>Overtime order</source>
        <translation>時間外勤務命令</translation>
    </message>
    <message>
        <source>Overtime worked</source>
        <translation>時間外勤務実績</translation>
    </message>
    <message>
        <source>Duty on a day off</source>
        <translation>週休日の勤務（振替）</translation>
    </message>
    <message>
        <source>Day exchanged for it</source>
        <translation>振替により休む時間</translation>
    </message>
    <message>
        <source>Day off for a holiday worked</source>
        <translation>代休日</translation>
    </message>
    <message>
        <source>Time off for overtime</source>
        <translation>時間外代休時間</translation>
    </message>
    <message>
        <source>%1, from %2, %3</source>
        <extracomment>What it is, from when on, and how long.</extracomment>
        <translation>%1 %2から %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決裁済</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Waits: %1</source>
        <comment>a request for a day, in a cell</comment>
        <translation>申請中 %1</translation>
    </message>
    <message>
        <source>Weekly day off</source>
        <translation>週休日</translation>
    </message>
    <message>
        <source>Weekly day off, %1</source>
        <translation>週休日（%1）</translation>
    </message>
    <message>
        <source>Closing day</source>
        <translation>休日（年末年始）</translation>
    </message>
    <message>
        <source>Holiday, %1</source>
        <translation>休日（%1）</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, how it stands</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Nothing registered</source>
        <translation>予定なし</translation>
    </message>
    <message>
        <source>. </source>
        <comment>between sentences that are read out</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>取消中</translation>
    </message>
    <message>
        <source>Cancelling: %1</source>
        <comment>what is on a day, in a cell</comment>
        <translation>取消中 %1</translation>
    </message>
    <message>
        <source>Trip</source>
        <comment>on duty elsewhere, in a cell</comment>
        <translation>出張</translation>
    </message>
    <message>
        <source>Business trip</source>
        <translation>出張</translation>
    </message>
</context>
<context>
    <name>kessai::DeputyEntry</name>
    <message>
        <source>all requests</source>
        <translation>すべての案件</translation>
    </message>
    <message>
        <source>up to %1 yen</source>
        <translation>%1円以下に限り</translation>
    </message>
    <message>
        <source>of any amount</source>
        <translation>金額の上限なく</translation>
    </message>
    <message>
        <source>on all days from %1 to %2</source>
        <translation>%1から%2までのすべての日に</translation>
    </message>
    <message>
        <source>on days of absence from %1 to %2</source>
        <translation>%1から%2までの不在の日に</translation>
    </message>
    <message>
        <source>on days of absence from %1 on, without an end</source>
        <translation>%1から期限なく、不在の日に</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Register the deputy (&amp;D)</source>
        <translation>代理者を登録(&amp;D)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>代理する日</translation>
    </message>
    <message>
        <source>On days of absence</source>
        <translation>不在の日に限る</translation>
    </message>
    <message>
        <source>On all days of a period</source>
        <translation>期間中は毎日</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>代理者</translation>
    </message>
    <message>
        <source>Up to (yen)</source>
        <translation>上限額（円）</translation>
    </message>
    <message>
        <source>Any amount</source>
        <translation>金額を問わない</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>対象の申請</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべて</translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s)</source>
        <translation>
            <numerusform>%n種類</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <extracomment>The button that limits a deputy to some kinds of requests, and what is chosen.</extracomment>
        <translation>対象の申請: %1</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>The amount is no number of yen.</source>
        <translation>金額は、円の数で書いてください。</translation>
    </message>
    <message>
        <source>A deputy begins today or later.</source>
        <translation>開始日は、今日から後の日にしてください。</translation>
    </message>
    <message>
        <source>For all days of a period, write its last day.</source>
        <translation>期間のすべての日に代理するときは、終了日を書いてください。</translation>
    </message>
    <message>
        <source>The last day is no day from the first one on.</source>
        <translation>終了日は、開始日から後の日にしてください。</translation>
    </message>
    <message>
        <source>Choose who acts, and what is given stands here.</source>
        <translation>代理の人を選ぶと、まかせる内容がここに出ます。</translation>
    </message>
    <message>
        <source>Nobody is their own deputy.</source>
        <translation>本人は、自分の代理者になれません。</translation>
    </message>
    <message>
        <source>Nobody makes themselves somebody&apos;s deputy. Another administrator does that.</source>
        <translation>自分を代理者にすることはできません。ほかの管理者が登録します。</translation>
    </message>
    <message>
        <source>%1 will act in your place: %2, %3, %4.</source>
        <extracomment>Who acts, which requests, up to which amount, on which days.</extracomment>
        <translation>%1が、あなたに届く%2を、%3、%4、代わって承認・決裁します。</translation>
    </message>
    <message>
        <source>%1 will act in the place of %2: %3, %4, %5.</source>
        <extracomment>Who acts, for whom, which requests, up to which amount, on which days.</extracomment>
        <translation>%1が、%2に届く%3を、%4、%5、代わって承認・決裁します。</translation>
    </message>
    <message>
        <source>They are of another section.</source>
        <translation>別の課の人です。</translation>
    </message>
</context>
<context>
    <name>kessai::Dialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1ファイル (*.%2)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
</context>
<context>
    <name>kessai::DocumentSearchBar</name>
    <message>
        <source>Search in this document</source>
        <translation>文書内を検索</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>前の一致 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>次の一致 (F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>検索を閉じる (Esc)</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source> …</source>
        <translation> …</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>No text: the pages are pictures</source>
        <translation>文字情報がありません（画像のページ）</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>kessai::DocumentToolBar</name>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>More for this document</source>
        <translation>この文書のその他の操作</translation>
    </message>
    <message>
        <source>/ %1</source>
        <translation>/ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%nページ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::DocumentView</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Small pages</source>
        <translation>縮小ページ</translation>
    </message>
    <message>
        <source>Search in this document</source>
        <translation>文書内を検索</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 を取得しています</translation>
    </message>
    <message>
        <source>It is shown as soon as it is here.</source>
        <translation>届きしだい表示します。</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>文書 %1</translation>
    </message>
    <message>
        <source>No document chosen</source>
        <translation>文書が選ばれていません</translation>
    </message>
    <message>
        <source>Choose an attachment to see it here.</source>
        <translation>添付を選ぶと、ここに表示されます。</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 を開いています</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>kessai::DraftBar</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>元に戻す（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>やり直す（Ctrl+Y）</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Write the next revision (&amp;E)</source>
        <translation>次の版を書く(&amp;E)</translation>
    </message>
    <message>
        <source>Give the draft up</source>
        <translation>草案をやめる</translation>
    </message>
    <message>
        <source>from %1 (in force)</source>
        <translation>%1から（現行）</translation>
    </message>
    <message>
        <source>from %1 (to come)</source>
        <translation>%1から（予定）</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1から</translation>
    </message>
    <message numerus="yes">
        <source>The file changes the draft in %n place(s). Undo takes all of it back.</source>
        <translation>
            <numerusform>ファイルの内容で草案の%n箇所が変わりました。「元に戻す」ですべて戻せます。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says what the draft says already.</source>
        <translation>ファイルの内容は草案と同じです。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1行目：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was taken from the file.</source>
        <translation>ファイルからは何も取り込んでいません。</translation>
    </message>
    <message>
        <source>Give up what was changed in this draft?</source>
        <translation>この草案で変えたことをすべて捨てますか。</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>捨てる</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>表 (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The draft says what is in force from %1. A newer revision, from %2, is there already: what that one changes is not in the draft.</source>
        <translation>この草案は、%1からの版を写したものです。%2からの新しい版が既にあり、その版で変わることは、この草案に入っていません。</translation>
    </message>
</context>
<context>
    <name>kessai::DraftFoot</name>
    <message>
        <source>Why, such as the amendment of the rules</source>
        <translation>理由（例：事務決裁規程の改正）</translation>
    </message>
</context>
<context>
    <name>kessai::DryRunText</name>
    <message>
        <source>Tries a day before it comes, with all that is prepared until then: vacant posts, routes that find nobody, deputyships that lapse, and how many waiting cases become whose. It looks into no case and changes nothing.</source>
        <translation>その日までに準備されたものをすべて含めて、日をその前に試します。空席の職、承認する人のいなくなる経路、途切れる代理、待っている案件が何件だれのものになるかを調べます。案件の内容は見ず、何も変えません。</translation>
    </message>
    <message>
        <source>The day, as 2027-04-01; the first of April that comes unless it is said.</source>
        <translation>日（例 2027-04-01）。なければ、次の4月1日。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day.</source>
        <translation>「%1」は日付ではありません。</translation>
    </message>
</context>
<context>
    <name>kessai::EndInkText</name>
    <message>
        <source>Destroys the private notes on meetings whose rules want it and whose day has come: so many days after their minutes were decided. Secretaries who open such a meeting do the same; this is for a timer, to be run once a day by the owner of the database.</source>
        <translation>会議の決まりにより、会議録の決裁から決めた日数がたった会議の、個人の書き込みを消去します。事務局がその会議を開いたときにも同じことが行われます。これは定期実行のためのもので、データベースの所有者が毎日一度動かします。</translation>
    </message>
    <message>
        <source>No notes were to be destroyed in %1.</source>
        <translation>%1 に消去する書き込みはありませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>%n private note(s) were destroyed,</source>
        <translation>
            <numerusform>個人の書き込み%n件を消去しました：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n meeting(s).</source>
        <translation>
            <numerusform>会議%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ErrorText</name>
    <message>
        <source>It is not your turn on this case.</source>
        <translation>この案件は、いまあなたの番ではありません。</translation>
    </message>
    <message>
        <source>The list has been brought up to date.</source>
        <translation>一覧を最新にしました。</translation>
    </message>
    <message>
        <source>Nobody decides a request they filed themselves.</source>
        <translation>自分が申請した案件は、自分では承認できません。</translation>
    </message>
    <message>
        <source>Only the person who filed this case can do that.</source>
        <translation>この操作ができるのは申請者だけです。</translation>
    </message>
    <message>
        <source>This case is decided and does not change any more.</source>
        <translation>この案件は決裁済のため、変更できません。</translation>
    </message>
    <message>
        <source>To change it, file a new request that refers to it.</source>
        <translation>変更するときは、この案件を引用して新しく申請してください。</translation>
    </message>
    <message>
        <source>Somebody has already acted on this case.</source>
        <translation>ほかの人が先に処理しました。</translation>
    </message>
    <message>
        <source>Nothing more is needed from you.</source>
        <translation>あなたの対応は不要です。</translation>
    </message>
    <message>
        <source>In its present state the case does not allow this.</source>
        <translation>現在の状態では、この操作はできません。</translation>
    </message>
    <message>
        <source>An approver has already acted, so it cannot be taken back.</source>
        <translation>すでに承認者が処理したため、引き戻せません。</translation>
    </message>
    <message>
        <source>You can still cancel the case until it is decided.</source>
        <translation>決裁されるまでは取り下げることができます。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>理由が必要です。</translation>
    </message>
    <message>
        <source>Write it in the comment box and try again.</source>
        <translation>コメント欄に書いてください。</translation>
    </message>
    <message>
        <source>The case cannot be returned to that step.</source>
        <translation>その段階へは差し戻せません。</translation>
    </message>
    <message>
        <source>Nobody could be found who may decide this.</source>
        <translation>決裁できる人が見つかりません。</translation>
    </message>
    <message>
        <source>Ask the administrator to check the route rule.</source>
        <translation>管理者に経路の設定を確認してもらってください。</translation>
    </message>
    <message>
        <source>A step of the route has nobody to ask.</source>
        <translation>承認経路に、担当者のいない段階があります。</translation>
    </message>
    <message>
        <source>Ask the administrator to fill the vacant post.</source>
        <translation>管理者に空席の職を設定してもらってください。</translation>
    </message>
    <message>
        <source>You hold no post in this office today.</source>
        <translation>本日の職の登録がありません。</translation>
    </message>
    <message>
        <source>Ask the administrator to check your appointment.</source>
        <translation>管理者に職の登録を確認してもらってください。</translation>
    </message>
    <message>
        <source>Whoever examines what was ordered does not reject it.</source>
        <translation>命令されたものを、審査する人が否決することはできません。</translation>
    </message>
    <message>
        <source>Return it with your reasons instead.</source>
        <translation>理由を付けて差し戻してください。</translation>
    </message>
    <message>
        <source>A consulted section does not reject a case.</source>
        <translation>合議では否決できません。</translation>
    </message>
    <message>
        <source>Return it with your objection instead.</source>
        <translation>意見を添えて差し戻してください。</translation>
    </message>
    <message>
        <source>The case has moved on since you opened it.</source>
        <translation>開いている間に、案件の状態が変わりました。</translation>
    </message>
    <message>
        <source>It is shown again as it is now; what you typed is kept.</source>
        <translation>最新の内容を表示しました。入力した内容は残してあります。</translation>
    </message>
    <message>
        <source>This record does not match its own history, so nobody can act on it.</source>
        <translation>記録が履歴と一致しません。この案件は処理できません。</translation>
    </message>
    <message>
        <source>Tell the administrator its number.</source>
        <translation>管理者に番号を連絡してください。</translation>
    </message>
    <message>
        <source>There are too many attachments.</source>
        <translation>添付ファイルが多すぎます。</translation>
    </message>
    <message>
        <source>Combine some of them into one file.</source>
        <translation>いくつかを一つのファイルにまとめてください。</translation>
    </message>
    <message>
        <source>The form still has entries to correct.</source>
        <translation>入力内容に修正が必要な項目があります。</translation>
    </message>
    <message>
        <source>They are marked in red.</source>
        <translation>赤で示した項目を確認してください。</translation>
    </message>
    <message>
        <source>The office refused this.</source>
        <translation>受け付けられませんでした。</translation>
    </message>
    <message>
        <source>The connection to the office is lost.</source>
        <translation>接続が切れました。</translation>
    </message>
    <message>
        <source>It is being restored; what you typed is kept.</source>
        <translation>再接続しています。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>The office&apos;s server cannot be reached.</source>
        <translation>サーバーに接続できません。</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s name.</source>
        <translation>ネットワークとサーバー名を確認してください。</translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>ログイン名またはパスワードが違います。</translation>
    </message>
    <message>
        <source>Type them again.</source>
        <translation>もう一度入力してください。</translation>
    </message>
    <message>
        <source>You have no right to see or do this.</source>
        <translation>この操作や閲覧の権限がありません。</translation>
    </message>
    <message>
        <source>It was not found, or you may not see it.</source>
        <translation>見つからないか、閲覧できない案件です。</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation>すでにあります。</translation>
    </message>
    <message>
        <source>The stored data does not match its seal.</source>
        <translation>保存されたデータが記録と一致しません。</translation>
    </message>
    <message>
        <source>The entry could not be understood.</source>
        <translation>入力内容を読み取れませんでした。</translation>
    </message>
    <message>
        <source>The office is busy.</source>
        <translation>混み合っています。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>少し待ってからもう一度試してください。</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>The connection broke while this was being recorded.</source>
        <translation>記録の途中で接続が切れました。</translation>
    </message>
    <message>
        <source>Try again: it will not be recorded twice.</source>
        <translation>もう一度実行してください。二重には記録されません。</translation>
    </message>
    <message>
        <source>The storage is full; nothing was changed.</source>
        <translation>保存領域がいっぱいです。何も変更していません。</translation>
    </message>
    <message>
        <source>Tell the administrator.</source>
        <translation>管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>ファイルを読み取れませんでした。</translation>
    </message>
    <message>
        <source>Close it in other programs and try again.</source>
        <translation>ほかのプログラムで閉じてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>The file is larger than 100 MB.</source>
        <translation>ファイルが100MBを超えています。</translation>
    </message>
    <message>
        <source>Make it smaller or split it.</source>
        <translation>小さくするか、分割してください。</translation>
    </message>
    <message>
        <source>A trial office cannot lie on a network share.</source>
        <translation>試用の庁は共有フォルダーに置けません。</translation>
    </message>
    <message>
        <source>Copy it to this computer&apos;s own disk.</source>
        <translation>このパソコンのディスクにコピーしてください。</translation>
    </message>
    <message>
        <source>The office needs a newer version of this program.</source>
        <translation>このプログラムの新しい版が必要です。</translation>
    </message>
    <message>
        <source>Ask the administrator for the update.</source>
        <translation>管理者に更新版を依頼してください。</translation>
    </message>
    <message>
        <source>The office&apos;s database is older than this program.</source>
        <translation>サーバーのデータベースが古い版です。</translation>
    </message>
    <message>
        <source>Ask the administrator to bring it up to date.</source>
        <translation>管理者に更新を依頼してください。</translation>
    </message>
    <message>
        <source>That file is not an office.</source>
        <translation>庁のファイルではありません。</translation>
    </message>
    <message>
        <source>Choose another file, or make one with kessai-admin.</source>
        <translation>別のファイルを選ぶか、kessai-admin で作成してください。</translation>
    </message>
    <message>
        <source>Something unexpected happened; nothing was changed.</source>
        <translation>予期しない問題が起きました。何も変更していません。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, tell the administrator.</source>
        <translation>もう一度試し、繰り返すときは管理者に連絡してください。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A sentence and the one after it.</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>A consultation or examination is still missing.</source>
        <translation>合議または審査がまだ済んでいません。</translation>
    </message>
    <message>
        <source>Only reviews of the own line can be passed over; wait for it.</source>
        <translation>引上げできるのは自分の系統の回議だけです。済むまでお待ちください。</translation>
    </message>
    <message>
        <source>An important or disputed case is decided by its decider alone.</source>
        <translation>重要な案件、または合議で不同意のあった案件は、決裁者本人だけが決裁できます。</translation>
    </message>
    <message>
        <source>It waits, or a superior takes it over.</source>
        <translation>決裁者を待つか、上位者が引き上げます。</translation>
    </message>
    <message>
        <source>The decider is there today, or another stand-in comes before you.</source>
        <translation>決裁者が在席しているか、先順位の代決者がいます。</translation>
    </message>
    <message>
        <source>You reminded of this case only a short time ago.</source>
        <translation>この案件は催促したばかりです。</translation>
    </message>
    <message>
        <source>Wait a while before you remind again.</source>
        <translation>間をおいてから、もう一度催促してください。</translation>
    </message>
    <message>
        <source>These days cannot be registered.</source>
        <translation>この期間では登録できません。</translation>
    </message>
    <message>
        <source>A period begins today at the earliest, does not end before it begins, and is only ever made shorter.</source>
        <translation>開始日は今日以降、終了日は開始日以降です。登録済みの期間は短くすることだけができます。</translation>
    </message>
    <message>
        <source>Nobody registers themselves in somebody else&apos;s place.</source>
        <translation>自分を他の人の代理者・代決者や引継ぎ先にすることはできません。</translation>
    </message>
    <message>
        <source>Another administrator does it; absences and deputies also the person concerned.</source>
        <translation>ほかの管理者が登録してください。不在と代理者は本人も登録できます。</translation>
    </message>
    <message>
        <source>So many entries are registered that no more are taken.</source>
        <translation>登録の数が上限に達しています。</translation>
    </message>
    <message>
        <source>End what is not needed, or go on tomorrow.</source>
        <translation>不要な登録を終わらせるか、明日続けてください。</translation>
    </message>
    <message>
        <source>The work of this post would come back to itself.</source>
        <translation>引継ぎ先として選べない職です。</translation>
    </message>
    <message>
        <source>Choose a post that exists and does not lead back.</source>
        <translation>廃止された職から、今ある別の職へ引き継いでください。</translation>
    </message>
    <message>
        <source>This case cannot be cancelled.</source>
        <translation>この案件は取り消せません。</translation>
    </message>
    <message>
        <source>The case is cancelled already, or is being cancelled.</source>
        <translation>この案件は取消済み、または取消の回議中です。</translation>
    </message>
    <message>
        <source>Look at the case that cancels it.</source>
        <translation>取消の案件を確認してください。</translation>
    </message>
    <message>
        <source>What this cancels was decided higher up.</source>
        <translation>元の案件は上位の職が決裁したものです。</translation>
    </message>
    <message>
        <source>Put it before your superior.</source>
        <translation>上位の職の決裁に回してください。</translation>
    </message>
    <message>
        <source>This request would come before you, so you cannot file it for a colleague.</source>
        <translation>あなたが承認の経路に入る申請のため、代理では入力できません。</translation>
    </message>
    <message>
        <source>The colleague files it, or another clerk of the section does.</source>
        <translation>本人か、課の別の庶務担当が申請してください。</translation>
    </message>
    <message>
        <source>The overtime of this month is closed.</source>
        <translation>この月の時間外勤務は締められています。</translation>
    </message>
    <message>
        <source>Ask personnel to open the month again.</source>
        <translation>人事担当に、締めを解くよう頼んでください。</translation>
    </message>
    <message>
        <source>There is not enough money left for this.</source>
        <translation>予算の残りが足りません。</translation>
    </message>
    <message>
        <source>Lower the amount, take another line, or ask for a transfer or an allotment.</source>
        <translation>金額を下げるか、別の科目にするか、流用・配当を財政担当に依頼してください。</translation>
    </message>
    <message>
        <source>The budget line %1 lacks %2 yen for this.</source>
        <translation>予算科目 %1 の残額が %2円 足りません（予算超過）。</translation>
    </message>
    <message>
        <source>This is %1 yen more than is left of the commitment.</source>
        <translation>支出負担行為の残りを %1円 超えています。</translation>
    </message>
    <message>
        <source>Drafting, inspecting, ordering and examining a payment are for different people, and you have had another part in this one.</source>
        <translation>支払の起票・検査・命令・審査は別々の職員が行います。この件であなたはすでに別の役割を担っています。</translation>
    </message>
    <message>
        <source>Somebody else has to do it.</source>
        <translation>ほかの職員が行ってください。</translation>
    </message>
    <message>
        <source>The commitment this rests on is not as this case says.</source>
        <translation>この案件が基づく支出負担行為が、記載の内容と一致しません。</translation>
    </message>
    <message>
        <source>It may have been cancelled since it was chosen. Choose the commitment again.</source>
        <translation>選んだ後に取り消された可能性があります。支出負担行為を選び直してください。</translation>
    </message>
    <message>
        <source>Another change of this commitment runs, or stands.</source>
        <translation>この支出負担行為には、ほかに進行中または決裁済みの変更があります。</translation>
    </message>
    <message>
        <source>Wait until the other change is decided; before a cancellation, cancel it first.</source>
        <translation>もう一方の変更の決裁を待ってください。取り消すときは、先に変更を取り消してください。</translation>
    </message>
    <message>
        <source>One of these payments is made already, or may not be made now.</source>
        <translation>この中に、支払済みのもの、または今は支払えないものがあります。</translation>
    </message>
    <message>
        <source>Read the list again: it shows what stays out and why.</source>
        <translation>一覧を読み直してください。除かれるものと理由が表示されます。</translation>
    </message>
    <message>
        <source>It is ordered and being examined, so it cannot be taken back.</source>
        <translation>命令済みで審査中のため、取り下げ・引き戻しはできません。</translation>
    </message>
    <message>
        <source>Ask whoever examines it to return it; once decided, cancel it.</source>
        <translation>会計課に差し戻してもらってください。決裁済になった後は取消の手続きをします。</translation>
    </message>
    <message>
        <source>There is no decided inspection report that passed, by this inspector on this day.</source>
        <translation>この検収日・検収者の、合格した決裁済の検査調書がありません。</translation>
    </message>
    <message>
        <source>Have the inspector file the report; once it is decided, the payment can be sent.</source>
        <translation>検査員が検査調書を提出し、決裁されれば申請できます。</translation>
    </message>
    <message>
        <source>Only a decided case that you filed yourself, that cancels none and was not paid can be. What was paid is given back by the form for refunds and corrections.</source>
        <translation>取り消せるのは、自分が起案し決裁された、まだ支払っていない案件だけです（取消の案件は除きます）。支払ったものは「戻入・更正・精算」で直します。</translation>
    </message>
    <message>
        <source>Somebody is there to act on what waits.</source>
        <translation>待っている宛先に、処理できる人がいます。</translation>
    </message>
    <message>
        <source>Only what waits for nobody is addressed to another post: the post is vacant, or everybody there left or is away for long (by a number of the office) without a deputy. What you registered of others yourself does not count.</source>
        <translation>宛先を替えられるのは、空席のとき、全員が退職したとき、全員が長く（基準値の日数の後も）不在で代理者も代決者もいないときなどだけです。自分で登録したほかの職員の不在は数えません。</translation>
    </message>
    <message>
        <source>Choose another post.</source>
        <translation>別の職を選んでください。</translation>
    </message>
    <message>
        <source>Choose another post, or ask another administrator.</source>
        <translation>別の職を選ぶか、ほかの管理者に頼んでください。</translation>
    </message>
    <message>
        <source>You have a part in this case, or everybody at that post has another one in it.</source>
        <translation>あなたがこの案件に関わっているか、その職の全員がこの案件に別の役で関わっています。</translation>
    </message>
    <message>
        <source>Nobody addresses a case to themselves, or to somebody in whose place they may act.</source>
        <translation>自分や、自分が代わりに処理する人を宛先にすることはできません。</translation>
    </message>
    <message>
        <source>It would wait for whoever filed it, or you filed it.</source>
        <translation>宛先が起案者になるか、あなたが起案した案件です。</translation>
    </message>
    <message>
        <source>At that post nobody is there either.</source>
        <translation>その職にも、処理できる人がいません。</translation>
    </message>
    <message>
        <source>A decision goes to a superior of its decider only.</source>
        <translation>決裁は、いまの決裁者の上司にだけ回せます。</translation>
    </message>
    <message>
        <source>What waits does not belong to that post.</source>
        <translation>その職には回せません。</translation>
    </message>
</context>
<context>
    <name>kessai::ExaminationPage</name>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Kind of voucher</source>
        <translation>伝票の種類</translation>
    </message>
    <message>
        <source>Payee, subject, number</source>
        <translation>債権者・件名・番号</translation>
    </message>
    <message>
        <source>Examine from the top</source>
        <translation>先頭から審査</translation>
    </message>
    <message>
        <source>Vouchers to examine</source>
        <translation>審査する伝票</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) approved</source>
        <translation>
            <numerusform>%n件を承認しました</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 approved, %2 not</source>
        <translation>%1件を承認しました。%2件はできませんでした</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>すべての課</translation>
    </message>
    <message>
        <source>All vouchers</source>
        <translation>すべての伝票</translation>
    </message>
    <message>
        <source>Nothing waits for an examination</source>
        <translation>審査を待つ伝票はありません</translation>
    </message>
    <message>
        <source>Vouchers come here when their section has agreed to them.</source>
        <translation>課の回議が済んだ伝票が、ここに届きます。</translation>
    </message>
    <message>
        <source>No voucher is found</source>
        <translation>該当する伝票がありません</translation>
    </message>
    <message>
        <source>Search with fewer words, or in all sections.</source>
        <translation>言葉を減らすか、すべての課で探してください。</translation>
    </message>
    <message>
        <source>Show all vouchers</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>why vouchers were returned, how many</comment>
        <translation>%1 %2件</translation>
    </message>
    <message>
        <source>Nothing was returned for a listed reason this month.</source>
        <translation>今月、一覧の理由による差戻しはありません。</translation>
    </message>
    <message>
        <source>Returned this month: %1 (%2)</source>
        <translation>今月の差戻し：%1件（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 is still with %2; its papers open when it arrives.</source>
        <translation>%1はまだ%2のところです。書類は届いてから開きます。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of how many</comment>
        <translation>%2件中 %1件目</translation>
    </message>
    <message>
        <source>pay on %1, %2</source>
        <translation>支払 %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 returned. %n done since you began.</source>
        <translation>
            <numerusform>%1を差し戻しました（始めてから%n件）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 approved. %n done since you began.</source>
        <translation>
            <numerusform>%1を承認しました（始めてから%n件）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ExportButton</name>
    <message>
        <source>Save the list</source>
        <translation>一覧を保存</translation>
    </message>
    <message>
        <source>Save the list as a file for a spreadsheet</source>
        <translation>一覧を表計算用のファイルに保存します</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)…</source>
        <translation>Excel ブック (XLSX)…</translation>
    </message>
    <message>
        <source>CSV (UTF-8)…</source>
        <translation>CSV (UTF-8)…</translation>
    </message>
    <message>
        <source>CSV for older systems (CP932)…</source>
        <translation>CSV（旧システム用、CP932）…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved as %1</source>
        <translation>
            <numerusform>%n行を %1 に保存しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n row(s) were saved as %1; the list is longer. Narrow it down and save the rest apart.</source>
        <translation>
            <numerusform>一覧が長いため、先頭の%n行だけを %1 に保存しました。残りは一覧を絞り込んで別に保存してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 has “%2”, which CP932 does not know. Save it as Excel or UTF-8 instead.</source>
        <translation>%1行目の「%2」は CP932 にない文字です。Excel か UTF-8 で保存してください。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 に書けません。</translation>
    </message>
</context>
<context>
    <name>kessai::ExportText</name>
    <message>
        <source>Writes everything the office knows into a new folder, as it is at one moment, while everybody goes on working: tables as JSON Lines, a list of cases for spreadsheets, attached files and papers by their names, and a README that says how to read it. It can be read without this program, and not be made an office again; that is what backup is for. The owner of the database runs it. The folder holds everything, also what is confidential: keep it as safe as the office.</source>
        <translation>庁が知っているすべてを、ある一時点の状態で、みんなが仕事を続けている間に、新しいフォルダーに書き出します。表は JSON Lines、案件の一覧は表計算ソフト用、添付ファイルと資料は名前のついたファイル、読み方は README にあります。このプログラムなしで読めますが、ここから庁を作り直すことはできません（それは backup の仕事です）。データベースの所有者が実行します。フォルダーには秘匿のものも含めてすべてが入ります。庁と同じように守ってください。</translation>
    </message>
    <message>
        <source>The folder to be made.</source>
        <translation>作るフォルダー。</translation>
    </message>
    <message>
        <source>--out FOLDER is missing.</source>
        <translation>--out フォルダー がありません。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。上書きしていません。</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 を書き出しています</translation>
    </message>
    <message>
        <source>The office could not be written to %1 (%2).</source>
        <translation>庁を %1 に書き出せませんでした (%2)。</translation>
    </message>
    <message>
        <source>Written to %1: tables %2, cases %3 (with drafts), acts %4, files %5.</source>
        <translation>%1 に書き出しました: 表 %2、案件 %3（下書きを含む）、行為 %4、ファイル %5。</translation>
    </message>
</context>
<context>
    <name>kessai::FailedNotice</name>
    <message>
        <source>See to it in the settings</source>
        <translation>設定で確かめる</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between days</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the organisation, prepared for %1, could not be put in force.</source>
        <translation>
            <numerusform>準備した組織の変更%n件（%1）を使い始められませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prepared change(s) of the organisation cannot be read, and is not used.</source>
        <translation>
            <numerusform>準備した組織の変更%n件が読み取れないため、使われません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::FaultsPage</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>元に戻す (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>やり直す (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Write the next list (&amp;E)</source>
        <translation>次の一覧を書く(&amp;E)</translation>
    </message>
    <message>
        <source>Give the draft up</source>
        <translation>草案をやめる</translation>
    </message>
    <message>
        <source>Retire the reason</source>
        <translation>この理由を使わない</translation>
    </message>
    <message>
        <source>Why, such as what accounting asked for</source>
        <translation>理由（例：会計課の希望）</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Reasons of returns</source>
        <translation>差し戻す理由</translation>
    </message>
    <message>
        <source>Reason in Japanese</source>
        <translation>理由（日本語）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Move the reason up</source>
        <translation>理由を上へ</translation>
    </message>
    <message>
        <source>Move the reason down</source>
        <translation>理由を下へ</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>理由を足す</translation>
    </message>
    <message>
        <source>The reasons are offered from %1 on.</source>
        <translation>%1から、この一覧を使います。</translation>
    </message>
    <message>
        <source>Offered today</source>
        <translation>今日の一覧</translation>
    </message>
    <message>
        <source>from %1 (to come)</source>
        <translation>%1から（予定）</translation>
    </message>
    <message>
        <source>Give up what was changed in this draft?</source>
        <translation>この草案で変えたことをやめますか？</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Somebody else changed the reasons meanwhile. Give the draft up and write it again upon theirs.</source>
        <translation>ほかの管理者が先に理由の一覧を変えました。草案をやめ、変更後の内容をもとに書き直してください。</translation>
    </message>
    <message>
        <source>In English (may stay empty)</source>
        <translation>英語（任意）</translation>
    </message>
</context>
<context>
    <name>kessai::FieldEditor</name>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
</context>
<context>
    <name>kessai::FieldPanel</name>
    <message>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>Label in Japanese</source>
        <translation>見出し（日本語）</translation>
    </message>
    <message>
        <source>Label in English</source>
        <translation>見出し（英語）</translation>
    </message>
    <message>
        <source>Hint in Japanese</source>
        <translation>説明（日本語）</translation>
    </message>
    <message>
        <source>Hint in English</source>
        <translation>説明（英語）</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>必ず記入する</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>選択肢を足す</translation>
    </message>
    <message>
        <source>Retire it</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>Width in columns of twelve</source>
        <translation>幅（12分のいくつ）</translation>
    </message>
    <message>
        <source> of 12 columns</source>
        <translation> / 12</translation>
    </message>
    <message>
        <source>Shown by which field</source>
        <translation>表示を決める欄</translation>
    </message>
    <message>
        <source>Shown at which answer</source>
        <translation>表示を決める答え</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>When it is shown</source>
        <translation>表示の条件</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>Move the choice up</source>
        <translation>選択肢を上へ</translation>
    </message>
    <message>
        <source>Move the choice down</source>
        <translation>選択肢を下へ</translation>
    </message>
    <message>
        <source>One line of text</source>
        <translation>1行の文</translation>
    </message>
    <message>
        <source>Several lines of text</source>
        <translation>数行の文</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>Box to tick</source>
        <translation>はい・いいえ</translation>
    </message>
    <message>
        <source>Member of staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>職</translation>
    </message>
    <message>
        <source>Decided commitment</source>
        <translation>決裁済の支出負担行為</translation>
    </message>
    <message>
        <source>Line of the budget</source>
        <translation>予算科目</translation>
    </message>
    <message>
        <source>Computed, not typed</source>
        <translation>計算で出る欄</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>債権者</translation>
    </message>
    <message>
        <source>Paid order</source>
        <translation>支払済の支出命令</translation>
    </message>
    <message>
        <source>a field of the office&apos;s own: it is kept, shown and printed</source>
        <translation>自庁の欄です。保存、表示、印刷をします</translation>
    </message>
    <message>
        <source>a field of the form: its rules use it, so it stays</source>
        <translation>様式の決まりが使う欄です。なくせません</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>秘匿</translation>
    </message>
    <message>
        <source> ・ </source>
        <comment>between remarks</comment>
        <translation> ・ </translation>
    </message>
    <message>
        <source>A retired choice is no longer offered; what was filed with it stays.</source>
        <translation>使わない選択肢は、これから選べなくなります。それで出された案件はそのままです。</translation>
    </message>
    <message>
        <source>Each choice has rules of its own: they can be reworded and retired, none can be added.</source>
        <translation>選択肢ごとに決まりがあります。言い換えと「使わない」はできますが、足すことはできません。</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>いつも表示</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>English (may stay empty)</source>
        <translation>英語（任意）</translation>
    </message>
</context>
<context>
    <name>kessai::FormCells</name>
    <message>
        <source>Move it up on the sheet</source>
        <translation>紙の上の行へ</translation>
    </message>
    <message>
        <source>Move it down on the sheet</source>
        <translation>紙の下の行へ</translation>
    </message>
    <message>
        <source>Do not print it</source>
        <translation>印刷しない</translation>
    </message>
    <message>
        <source>What is printed, line by line</source>
        <translation>印刷する欄（行ごと）</translation>
    </message>
    <message>
        <source>Width on paper</source>
        <translation>紙での幅</translation>
    </message>
    <message>
        <source> of 12 columns</source>
        <translation> / 12</translation>
    </message>
    <message>
        <source>Least height on paper</source>
        <translation>紙での高さ（最低）</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Print another field</source>
        <translation>ほかの欄を印刷する</translation>
    </message>
    <message>
        <source>Line %1: %2 (%3/12)</source>
        <comment>number, field, width</comment>
        <translation>%1行目：%2（%3/12）</translation>
    </message>
    <message>
        <source>Print another field…</source>
        <translation>ほかの欄を印刷…</translation>
    </message>
    <message>
        <source>Width </source>
        <comment>before a number</comment>
        <translation>幅 </translation>
    </message>
    <message>
        <source>Height </source>
        <comment>before a number</comment>
        <translation>高さ </translation>
    </message>
</context>
<context>
    <name>kessai::FormChooser</name>
    <message>
        <source>What do you want to file? For example: leave, overtime</source>
        <translation>何を申請しますか（例：年休、残業、伺い）</translation>
    </message>
    <message>
        <source>What to file</source>
        <translation>申請するもの</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>↑↓ to choose, Enter to begin</source>
        <translation>↑↓ で選び、Enter で書き始めます</translation>
    </message>
    <message>
        <source>No form is called “%1”. Clear the words to see them all.</source>
        <translation>「%1」という様式はありません。言葉を消すと、すべての様式が出ます。</translation>
    </message>
</context>
<context>
    <name>kessai::FormPreview</name>
    <message>
        <source>Preview</source>
        <translation>見え方</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>紙</translation>
    </message>
    <message>
        <source>The form on paper</source>
        <translation>紙での様式</translation>
    </message>
    <message>
        <source>%1 on paper</source>
        <translation>紙での%1</translation>
    </message>
    <message>
        <source>Every row is shown here. A row in which nothing is written is not printed.</source>
        <translation>ここにはすべての行が出ます。何も記入のない行は印刷されません。</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>全体表示</translation>
    </message>
</context>
<context>
    <name>kessai::FormView</name>
    <message>
        <source>required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>read by those who decide</source>
        <translation>決裁する人だけが読みます</translation>
    </message>
    <message>
        <source>Amount: ¥%1</source>
        <translation>金額 %1円</translation>
    </message>
</context>
<context>
    <name>kessai::FormWords</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Words that find it</source>
        <translation>探す言葉</translation>
    </message>
    <message>
        <source>Separated by spaces, readings too</source>
        <translation>空白で区切る。読みも書ける</translation>
    </message>
    <message>
        <source>What to attach</source>
        <translation>添付するものの案内</translation>
    </message>
    <message>
        <source>Title on paper</source>
        <translation>印刷の表題</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it is, a language</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
</context>
<context>
    <name>kessai::FormsPage</name>
    <message>
        <source>Forms</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>元に戻す (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>やり直す (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Write the next revision (&amp;E)</source>
        <translation>次の版を書く(&amp;E)</translation>
    </message>
    <message>
        <source>Give the draft up</source>
        <translation>草案をやめる</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>Move the field up</source>
        <translation>欄を上へ</translation>
    </message>
    <message>
        <source>Move the field down</source>
        <translation>欄を下へ</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>欄をなくす</translation>
    </message>
    <message>
        <source>Why, such as the amendment of the rules</source>
        <translation>理由（例：規程の改正）</translation>
    </message>
    <message>
        <source>Revision of the form</source>
        <translation>様式の版</translation>
    </message>
    <message>
        <source>Parts of the form</source>
        <translation>様式の部分</translation>
    </message>
    <message>
        <source>Name and words</source>
        <translation>名前と言葉</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>印刷の欄</translation>
    </message>
    <message>
        <source>Add a field of the office&apos;s own</source>
        <translation>自庁の欄を足す</translation>
    </message>
    <message>
        <source>Add a field…</source>
        <translation>欄を足す…</translation>
    </message>
    <message>
        <source>The form is in force from %1 on.</source>
        <translation>%1から、この様式を使います。</translation>
    </message>
    <message>
        <source>Somebody else changed the form meanwhile. Give the draft up and write it again upon theirs.</source>
        <translation>ほかの管理者が先に様式を変えました。草案をやめ、変更後の内容をもとに書き直してください。</translation>
    </message>
    <message>
        <source>from %1 (in force)</source>
        <translation>%1から（現行）</translation>
    </message>
    <message>
        <source>from %1 (to come)</source>
        <translation>%1から（予定）</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>%1 (must be filled in)</source>
        <translation>%1（必ず記入）</translation>
    </message>
    <message>
        <source>%1 (own)</source>
        <comment>a field of the office&apos;s own</comment>
        <translation>%1（自庁）</translation>
    </message>
    <message>
        <source>The form&apos;s rules use it, so it stays.</source>
        <translation>様式の決まりが使う欄です。なくせません。</translation>
    </message>
    <message>
        <source>Give up what was changed in this draft?</source>
        <translation>この草案で変えたことをやめますか？</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>見え方</translation>
    </message>
    <message>
        <source>Form that is written</source>
        <translation>書いている様式</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変わること</translation>
    </message>
</context>
<context>
    <name>kessai::GuideWindow</name>
    <message>
        <source>Guide ・ Kessai Desk</source>
        <translation>使い方 ・ 決裁デスク</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>使い方を検索</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>使い方の目次</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>使い方の本文</translation>
    </message>
    <message>
        <source>Back (Alt+←)</source>
        <translation>戻る (Alt+←)</translation>
    </message>
    <message>
        <source>The guide is not installed</source>
        <translation>使い方の案内が入っていません</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>このページ</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>kessai::HeadPane</name>
    <message>
        <source>Title</source>
        <translation>会議名</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>開催日</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Members may print and save papers</source>
        <translation>出席者が資料を印刷・保存できる</translation>
    </message>
    <message>
        <source>Every page shows who reads it</source>
        <translation>各ページに読む人の名前を透かしで入れる</translation>
    </message>
    <message>
        <source>Make the meeting</source>
        <translation>会議をつくる</translation>
    </message>
    <message>
        <source>e.g. Meeting of heads of sections</source>
        <translation>例：第9回 課長会議</translation>
    </message>
    <message>
        <source>e.g. Meeting room 1</source>
        <translation>例：第1会議室</translation>
    </message>
    <message>
        <source>Write times as 9:30 or 930.</source>
        <translation>時刻は9:30や930のように書きます。</translation>
    </message>
    <message>
        <source>A meeting ends after it begins.</source>
        <translation>終了は開始より後にしてください。</translation>
    </message>
    <message>
        <source>That is no day.</source>
        <translation>日付として読めません。</translation>
    </message>
    <message>
        <source>A meeting has a title.</source>
        <translation>会議名を書いてください。</translation>
    </message>
    <message>
        <source>Destroy private notes after the minutes</source>
        <translation>会議録の決裁後、個人の書き込みを消去</translation>
    </message>
    <message>
        <source>So many days after the minutes of the meeting are decided, what people wrote for themselves alone is destroyed, also where it is kept for reading offline. Everybody who writes is told.</source>
        <translation>会議録が決裁されてからこの日数がたつと、各自が自分だけに書いたものを消去します。オフライン用に置いた写しからも消えます。書く人全員に知らせます。</translation>
    </message>
    <message>
        <source>Days from the decision of the minutes until private notes are destroyed</source>
        <translation>会議録の決裁から個人の書き込みを消去するまでの日数</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>直ちに</translation>
    </message>
    <message>
        <source> days after</source>
        <translation> 日後</translation>
    </message>
</context>
<context>
    <name>kessai::HealthCommandText</name>
    <message>
        <source>Tells how the database is doing, as the settings of the window show it: backups, verification, anchors, connections, load, size. For monitoring: ends with 0 when all is well, with 5 when somebody should see to something, with 6 when somebody has to act.</source>
        <translation>データベースの様子を、画面の設定と同じように示します: バックアップ、検証、アンカー、接続、負荷、大きさ。監視のため、良好なら0、確かめたほうがよいことがあれば5、すぐに対応することがあれば6で終わります。</translation>
    </message>
    <message>
        <source>The folder the server keeps its data in: how much room is left there is told, and written down for the page in the settings. Only the owner of the database can do so.</source>
        <translation>サーバーがデータを置くフォルダー。そこの空きを示し、設定の画面のために書き留めます。データベースの所有者だけができます。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>フォルダー %1 はありません。</translation>
    </message>
    <message>
        <source>%1 | %2: %3</source>
        <translation>%1 | %2: %3</translation>
    </message>
</context>
<context>
    <name>kessai::HealthPage</name>
    <message>
        <source>Look again (F5)</source>
        <translation>見直す (F5)</translation>
    </message>
    <message>
        <source>How the database is doing</source>
        <translation>データベースの様子</translation>
    </message>
    <message numerus="yes">
        <source>As of %1: %n thing(s) to see to.</source>
        <translation>
            <numerusform>%1 現在、確かめることが%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>As of %1: nothing to see to.</source>
        <translation>%1 現在、確かめることはありません。</translation>
    </message>
</context>
<context>
    <name>kessai::HealthWords</name>
    <message>
        <source>Well</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>See to it</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Act now</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最後のバックアップ</translation>
    </message>
    <message>
        <source>Last verification</source>
        <translation>最後の検証</translation>
    </message>
    <message>
        <source>Last anchor</source>
        <translation>最後のアンカー</translation>
    </message>
    <message>
        <source>Free room on the disk</source>
        <translation>ディスクの空き</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Versions of the program</source>
        <translation>プログラムの版</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>負荷</translation>
    </message>
    <message>
        <source>What takes longest</source>
        <translation>時間のかかるもの</translation>
    </message>
    <message>
        <source>Size of the database</source>
        <translation>データベースの大きさ</translation>
    </message>
    <message>
        <source>Unfinished uploads</source>
        <translation>途中のファイル</translation>
    </message>
    <message>
        <source>Steps that wait for nobody</source>
        <translation>宛先のない段階</translation>
    </message>
    <message>
        <source>Run kessai-admin backup, and see whether its timer works.</source>
        <translation>kessai-admin backup を実行し、タイマーが動いているか確かめてください。</translation>
    </message>
    <message>
        <source>Run kessai-admin verify. Where it names damage, tell an auditor before anything else.</source>
        <translation>kessai-admin verify を実行してください。異状の名前が出たら、まず監査担当に知らせてください。</translation>
    </message>
    <message>
        <source>Run kessai-admin anchor, and see whether its timer works.</source>
        <translation>kessai-admin anchor を実行し、タイマーが動いているか確かめてください。</translation>
    </message>
    <message>
        <source>Make room where the database lies; without it nothing can be written any more.</source>
        <translation>データベースのあるディスクを空けてください。空きがなくなると何も書けなくなります。</translation>
    </message>
    <message>
        <source>The server&apos;s timer kessai-health tells how much is free.</source>
        <translation>サーバーのタイマー kessai-health が空きを調べます。</translation>
    </message>
    <message>
        <source>Raise max_connections, or find the computers that open many windows.</source>
        <translation>max_connections を増やすか、たくさん窓を開いているPCを探してください。</translation>
    </message>
    <message>
        <source>Have harden.sql run by the server&apos;s administrator; it gives the right to count.</source>
        <translation>サーバーの管理者に harden.sql を実行してもらってください。数える権限が付きます。</translation>
    </message>
    <message>
        <source>Update the computers that still have the older one.</source>
        <translation>古い版のPCを更新してください。</translation>
    </message>
    <message>
        <source>Something holds others up: see pg_stat_activity on the server.</source>
        <translation>ほかを待たせているものがあります。サーバーの pg_stat_activity を見てください。</translation>
    </message>
    <message>
        <source>See whether the server has enough memory, and run ANALYZE.</source>
        <translation>サーバーのメモリーが足りているか確かめ、ANALYZE を実行してください。</translation>
    </message>
    <message>
        <source>The server counts this with the setting track_functions = &apos;all&apos;.</source>
        <translation>サーバーの設定 track_functions = &apos;all&apos; で数えられます。</translation>
    </message>
    <message>
        <source>Nobody goes on with them; they go when the same person attaches something again.</source>
        <translation>続きがありません。同じ人が次に何かを添付するときに消えます。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n分前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n時間前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n日前</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>never</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>%1: all sound</source>
        <translation>%1: 異状なし</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n damaged</source>
        <translation>
            <numerusform>%1: 異状 %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, seen %2</source>
        <translation>%1（%2に確認）</translation>
    </message>
    <message>
        <source>nobody looked</source>
        <translation>調べていません</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1（上限 %2）</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>ほかのプログラム</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 statements under way, %2 waiting for others, longest transaction %3 s</source>
        <translation>実行中 %1、待ち %2、最も長い処理 %3秒</translation>
    </message>
    <message>
        <source>%1: %2 ms (%3 times)</source>
        <translation>%1: %2ミリ秒（%3回）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>See to them under &quot;Post handover&quot; in the daily window.</source>
        <translation>ふだんの画面の「職の引継ぎと代決」で先へ進めてください。</translation>
    </message>
</context>
<context>
    <name>kessai::HistoryList</name>
    <message>
        <source>Returned to step %1</source>
        <translation>段階%1へ差戻し</translation>
    </message>
    <message>
        <source>Returned to the drafter</source>
        <translation>申請者へ差戻し</translation>
    </message>
    <message>
        <source>(round %1)</source>
        <translation>（%1回目）</translation>
    </message>
    <message>
        <source>%1 (%2 %3)</source>
        <translation>%1（%2 %3）</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>（%1の代理）</translation>
    </message>
    <message numerus="yes">
        <source>(%n step(s) of the last round still stand)</source>
        <translation>
            <numerusform>（前回の承認 %n 件は有効）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n item(s) ticked off)</source>
        <translation>
            <numerusform>（%n項目を確認）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::HitModel</name>
    <message>
        <source>%1 ・ %2 ・ page %3</source>
        <comment>meeting, day, page</comment>
        <translation>%1 ・ %2 ・ %3ページ</translation>
    </message>
    <message>
        <source>%1 ・ page %2 ・ %3 ・ %4</source>
        <comment>paper, page, meeting, day</comment>
        <translation>%1 ・ %2ページ ・ %3 ・ %4</translation>
    </message>
</context>
<context>
    <name>kessai::HolidaysPage</name>
    <message>
        <source>The year before</source>
        <translation>前の年</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>次の年</translation>
    </message>
    <message>
        <source>Choose the file… (&amp;F)</source>
        <translation>ファイルを選ぶ… (&amp;F)</translation>
    </message>
    <message>
        <source>Import (&amp;I)</source>
        <translation>取り込む (&amp;I)</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>毎年</translation>
    </message>
    <message>
        <source>Register the holiday (&amp;H)</source>
        <translation>休日を登録する (&amp;H)</translation>
    </message>
    <message>
        <source>Holidays of a year</source>
        <translation>年ごとの休日</translation>
    </message>
    <message>
        <source>Official list</source>
        <translation>祝日の公式一覧</translation>
    </message>
    <message>
        <source>syukujitsu.csv of the Cabinet Office, brought here as a file.</source>
        <translation>内閣府の syukujitsu.csv をファイルで取り込みます。</translation>
    </message>
    <message>
        <source>The holidays of %1 are imported.</source>
        <translation>%1の祝日を取り込みました。</translation>
    </message>
    <message>
        <source>The holidays of %1 to %2 are imported.</source>
        <translation>%1から%2までの祝日を取り込みました。</translation>
    </message>
    <message>
        <source>Holidays of the city</source>
        <translation>市の休日</translation>
    </message>
    <message>
        <source>The day the city was founded, a day on which it is closed.</source>
        <translation>市制施行の記念日や臨時の閉庁日です。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>%1 is a holiday of the city.</source>
        <translation>「%1」を市の休日に登録しました。</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>祝日</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>暫定</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>閉庁</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市の休日</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>From the imported official list.</source>
        <translation>取り込んだ公式一覧によります。</translation>
    </message>
    <message>
        <source>Computed by the law; the official list of this year is not imported.</source>
        <translation>祝日法の規定から計算しています。この年の公式一覧はまだ取り込んでいません。</translation>
    </message>
    <message>
        <source>Nothing is known of the public holidays of this year.</source>
        <translation>この年の祝日は分かりません。</translation>
    </message>
    <message>
        <source>Provisional: the equinox is fixed by the official notice in February of the year before.</source>
        <translation>暫定: 春分の日と秋分の日は、前年2月の官報の公告で確定します。</translation>
    </message>
    <message>
        <source>The official list of holidays</source>
        <translation>祝日の公式一覧を選ぶ</translation>
    </message>
    <message>
        <source>Lists of holidays (*.csv);;All files (*)</source>
        <translation>祝日一覧 (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>These holidays are imported already. Nothing would change.</source>
        <translation>この内容は取込み済みです。変わる日はありません。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>The first and the last year of a list.</extracomment>
        <translation>%1から%2まで</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) imported for the first time</source>
        <translation>
            <numerusform>初めて取り込む年: %n年分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n日</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1&#x3000;%2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>New: %n day(s)</source>
        <translation>
            <numerusform>新しい祝日: %n日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more: %n day(s)</source>
        <translation>
            <numerusform>なくなる祝日: %n日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renamed: %n day(s)</source>
        <translation>
            <numerusform>名称が変わる祝日: %n日</numerusform>
        </translation>
    </message>
    <message>
        <source>No day changes; the years become official.</source>
        <translation>変わる日はありません。公式の祝日として確定します。</translation>
    </message>
    <message numerus="yes">
        <source>%n decided case(s) lie(s) on days that become another kind of day; they stay as they are.</source>
        <translation>
            <numerusform>日の種類が変わる日に、決裁済の案件が%n件あります。決裁済の案件は変わりません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every year, since %1</source>
        <translation>毎年（%1から）</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終わらせる</translation>
    </message>
    <message>
        <source>%1 is no holiday of the city any more.</source>
        <translation>「%1」を市の休日から外しました。</translation>
    </message>
    <message>
        <source>The city has no holidays of its own.</source>
        <translation>登録された市の休日はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) is (are) no holiday(s) any more after this import:</source>
        <translation>
            <numerusform>この取込みで、次の%n日が休日でなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>それでも取り込む</translation>
    </message>
    <message>
        <source>Is %1 a day of duty again from today on?</source>
        <translation>%1を今日から休日でなくしますか。</translation>
    </message>
</context>
<context>
    <name>kessai::ImportBudgetText</name>
    <message>
        <source>Takes lines of the budget and what they get (initial, supplementary, carried over, from the reserve, transferred, allotted) from a CSV file in UTF-8 or CP932; docs/budget.md has the layout. What is there already is not entered twice. A file with a wrong row is refused whole.</source>
        <translation>予算の科目と金額（当初・補正・繰越・予備費・流用・配当）をCSVファイル（UTF-8かCP932）から取り込みます。形式はdocs/budget.mdにあります。取込済みの行は二度取り込みません。誤った行が一つでもあれば、何も取り込みません。</translation>
    </message>
    <message>
        <source>The budget.</source>
        <translation>予算のファイル。</translation>
    </message>
    <message>
        <source>Shows what would change, and changes nothing.</source>
        <translation>変わるところを示し、何も変えません。</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>%1行目: %2</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 は取り込みませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>New: %n line(s).</source>
        <translation>
            <numerusform>新しい科目: %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n line(s).</source>
        <translation>
            <numerusform>変わる科目: %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entered: %n amount(s).</source>
        <translation>
            <numerusform>金額: %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There already: %n amount(s).</source>
        <translation>
            <numerusform>取込済み: %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>The budget of %1 is up to date.</source>
        <translation>%1 の予算を取り込みました。</translation>
    </message>
    <message>
        <source>All of it is in %1 already; nothing was changed.</source>
        <translation>すべて %1 に取込済みです。何も変えていません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変えていません。</translation>
    </message>
</context>
<context>
    <name>kessai::ImportDecisionsText</name>
    <message>
        <source>Takes decision tables from a file: who decides what up to which amount, each from its day on. What is wrong with them is listed, and then none is taken. Cases that were submitted before stay as they were judged. The format is that of resources/parameters/decisions.json.</source>
        <translation>専決表（何をいくらまでだれが決裁するか）をファイルから取り込みます。それぞれ適用日から有効になります。誤りがあればすべて示し、一つも取り込みません。すでに申請された案件の判断は変わりません。書式は resources/parameters/decisions.json と同じです。</translation>
    </message>
    <message>
        <source>The tables, as JSON.</source>
        <translation>専決表（JSON）。</translation>
    </message>
    <message>
        <source>Checks the tables and changes nothing.</source>
        <translation>専決表を確かめるだけで、何も変えません。</translation>
    </message>
    <message>
        <source>%1 was not taken over; nothing was changed.</source>
        <translation>%1 は取り込みませんでした。何も変わっていません。</translation>
    </message>
    <message>
        <source>It is no list of decision tables.</source>
        <translation>専決表の一覧ではありません。</translation>
    </message>
    <message>
        <source>Table %1: %2</source>
        <translation>%1番目の専決表: %2</translation>
    </message>
    <message>
        <source>%1 from %2: %3</source>
        <translation>%1（%2から）: %3</translation>
    </message>
    <message>
        <source>The file has two tables of this name and day.</source>
        <translation>同じ名前と適用日の専決表がファイルに二つあります。</translation>
    </message>
    <message numerus="yes">
        <source>  new:      %1 from %2, %n row(s)</source>
        <translation>
            <numerusform>  新規: %1（%2から、%n行）</numerusform>
        </translation>
    </message>
    <message>
        <source>  as it is: %1 from %2</source>
        <translation>  変更なし: %1（%2から）</translation>
    </message>
    <message>
        <source>%1 has these tables now.</source>
        <translation>%1 に専決表を取り込みました。</translation>
    </message>
    <message>
        <source>%1 has these tables already; nothing was changed.</source>
        <translation>%1 にはすでにこれらの専決表があります。何も変えていません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変えていません。</translation>
    </message>
    <message numerus="yes">
        <source>  replaces: %1 from %2, %n row(s)</source>
        <translation>
            <numerusform>  置換え：%1（%2から）、%n行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ImportOpeningsText</name>
    <message>
        <source>Takes what staff had of annual leave on a day, besides the days granted for that leave year: what was carried over, less what was taken before that day. The file has a heading and the columns staff number, days, minutes, half days, day, as CP932 or UTF-8. A line that is not as it should be refuses the file whole; the same person and day taken again replaces what was taken before.</source>
        <translation>職員がある日に持っていた年次有給休暇のうち、その年の付与を除く分（繰越しから、その日より前に使った分を引いたもの）を取り込みます。ファイルは見出しと「職員番号、日数、分、半日数、基準日」の列から成り、文字コードは CP932 か UTF-8 です。正しくない行が1つでもあれば、何も取り込みません。同じ職員・同じ日をもう一度取り込むと、前のものと置き換わります。</translation>
    </message>
    <message>
        <source>The openings, as CSV.</source>
        <translation>期首の残り（CSV）。</translation>
    </message>
    <message>
        <source>Checks the file and writes nothing.</source>
        <translation>ファイルを確かめるだけで、何も書き込みません。</translation>
    </message>
    <message>
        <source>%1 was not taken over; nothing was changed.</source>
        <translation>%1 は取り込みませんでした。何も変わっていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n opening(s) in the file.</source>
        <translation>
            <numerusform>ファイルに%n件の期首の残りがあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) of staff are not in it; where there is no earlier opening, leave is counted from the day of appointment.</source>
        <translation>
            <numerusform>%n人の職員はファイルにありません。前に取り込んだものがない職員の休暇は、採用の日から数えます。</numerusform>
        </translation>
    </message>
    <message>
        <source>The openings were taken into %1.</source>
        <translation>期首の残りを %1 に取り込みました。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更していません。</translation>
    </message>
</context>
<context>
    <name>kessai::ImportText</name>
    <message>
        <source>Takes the list of public holidays that the Cabinet Office publishes (syukujitsu.csv), as CP932 or UTF-8. It stands for the years it contains; other years stay as they are, and cases that were submitted before stay as they were judged. A file that is not as it should be is refused whole.</source>
        <translation>内閣府が公表する国民の祝日の一覧（syukujitsu.csv、CP932 または UTF-8）を取り込みます。一覧にある年の祝日を一覧のとおりにし、ほかの年はそのままです。提出済みの案件は提出時の祝日のままです。正しくない行が一つでもあれば、何も取り込みません。</translation>
    </message>
    <message>
        <source>The list, as the Cabinet Office publishes it.</source>
        <translation>内閣府が公表したままの一覧。</translation>
    </message>
    <message>
        <source>Shows what would change, and changes nothing.</source>
        <translation>変わる内容を表示するだけで、何も変えません。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The list contains the year %1.</source>
        <translation>一覧にある年: %1</translation>
    </message>
    <message>
        <source>The list contains the years %1 to %2.</source>
        <translation>一覧にある年: %1から%2まで</translation>
    </message>
    <message numerus="yes">
        <source>%n of them was/were not imported before.</source>
        <translation>
            <numerusform>うち%n年分は初めての取込みです。</numerusform>
        </translation>
    </message>
    <message>
        <source>  new:      %1 %2</source>
        <translation>  新しい祝日: %1 %2</translation>
    </message>
    <message>
        <source>  no more:  %1 %2</source>
        <translation>  なくなる祝日: %1 %2</translation>
    </message>
    <message>
        <source>  renamed:  %1 %2 -&gt; %3</source>
        <translation>  名称の変更: %1 %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>%n decided case(s) lie(s) on days that become another kind of day; they stay as they are.</source>
        <translation>
            <numerusform>日の種類が変わる日に、決裁済の案件が%n件あります。決裁済の案件は変わりません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The holidays of %1 are up to date.</source>
        <translation>%1 の祝日を更新しました。</translation>
    </message>
    <message>
        <source>%1 has these holidays already; nothing was changed.</source>
        <translation>%1 はこの祝日を取込み済みです。何も変えていません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変えていません。</translation>
    </message>
</context>
<context>
    <name>kessai::Ink</name>
    <message>
        <source>Turn pages</source>
        <translation>ページをめくる</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>手書き</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>マーカー</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>消しゴム</translation>
    </message>
    <message>
        <source>Sticky note</source>
        <translation>付箋</translation>
    </message>
    <message>
        <source>Highlight text</source>
        <translation>蛍光線</translation>
    </message>
    <message>
        <source>Handwriting</source>
        <translation>手書き</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>蛍光線</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>しおり</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>自分だけ</translation>
    </message>
    <message>
        <source>Chosen people</source>
        <translation>選んだ人</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1&#x3000;%2&#x3000;%3</translation>
    </message>
    <message>
        <source>Read by: %1</source>
        <translation>見られる人：%1</translation>
    </message>
    <message>
        <source>The page has been changed since.</source>
        <translation>書いたあとでページの内容が変わりました。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) had been destroyed meanwhile, as the meeting provides.</source>
        <translation>
            <numerusform>会議の決まりにより、%n件の書き込みが消去されていました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) had been changed on another computer or in another window, too. What was written here was kept in the same place as a copy for you alone.</source>
        <translation>
            <numerusform>%n件の書き込みがほかのパソコンかほかの窓でも変えられていました。こちらで書いたものは、自分だけの写しとして同じところに残しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) rubbed out here had been changed elsewhere, and stay.</source>
        <translation>
            <numerusform>こちらで消した書き込みのうち%n件は、ほかで変えられていたため、残しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that others are not to see any more had been changed elsewhere. They were taken from the others, and what was written there was kept as a copy for you alone.</source>
        <translation>
            <numerusform>ほかの人に見せるのをやめた書き込みのうち%n件は、ほかで変えられていました。ほかの人には見えなくし、その内容は自分だけの写しとして残しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::InkEnd</name>
    <message>
        <source>Private notes are destroyed on %1. What is shared stays.</source>
        <translation>自分だけの書き込みは、%1に消去されます。共有した書き込みは残ります。</translation>
    </message>
    <message>
        <source>Private notes are destroyed as soon as the minutes are decided. What is shared stays.</source>
        <translation>自分だけの書き込みは、会議録が決裁されると消去されます。共有した書き込みは残ります。</translation>
    </message>
    <message numerus="yes">
        <source>Private notes are destroyed %n day(s) after the minutes are decided. What is shared stays.</source>
        <translation>
            <numerusform>自分だけの書き込みは、会議録の決裁から%n日後に消去されます。共有した書き込みは残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The day of private notes on this meeting was %1: what is still here, or written from now on, is destroyed without a further word.</source>
        <translation>この会議の自分だけの書き込みの期限は%1でした。残っているものも、これから書くものも、予告なく消去されます。</translation>
    </message>
</context>
<context>
    <name>kessai::InkList</name>
    <message>
        <source>Take away</source>
        <translation>取り去る</translation>
    </message>
    <message>
        <source>Whose notes</source>
        <translation>だれのメモか</translation>
    </message>
    <message>
        <source>My notes %1</source>
        <translation>自分のメモ %1</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>自分のメモ</translation>
    </message>
    <message>
        <source>Shared %1</source>
        <translation>共有 %1</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>まだ何も書いていません</translation>
    </message>
    <message>
        <source>Take the pen or a note above and write on the page.</source>
        <translation>上の手書きや付箋を選んで、ページに書いてください。</translation>
    </message>
    <message>
        <source>Nobody shares anything yet</source>
        <translation>まだ共有されたものはありません</translation>
    </message>
    <message>
        <source>What others write for you or for everybody appears here.</source>
        <translation>ほかの人があなたや全員に向けて書いたものが、ここに出ます。</translation>
    </message>
    <message>
        <source>What you write stays yours unless you share it.</source>
        <translation>自分のメモは、共有しないかぎり本人だけに見えます。</translation>
    </message>
    <message>
        <source>Only those who wrote it can change it.</source>
        <translation>変えられるのは書いた本人だけです。</translation>
    </message>
    <message>
        <source>Put on the page shown</source>
        <translation>今のページに置く</translation>
    </message>
    <message>
        <source>Still right here</source>
        <translation>このままでよい</translation>
    </message>
    <message>
        <source>Read by: %1</source>
        <translation>見られる人：%1</translation>
    </message>
</context>
<context>
    <name>kessai::InkModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1・%2</translation>
    </message>
    <message>
        <source>%1 · page changed</source>
        <translation>%1（ページ変更あり）</translation>
    </message>
    <message>
        <source>Page taken out</source>
        <translation>なくなったページ</translation>
    </message>
    <message>
        <source>Its page is being looked for…</source>
        <translation>移った先のページを探しています…</translation>
    </message>
</context>
<context>
    <name>kessai::InkOverlay</name>
    <message>
        <source>Changed since ink was put on it</source>
        <translation>書いたあとで内容が変わったページです</translation>
    </message>
</context>
<context>
    <name>kessai::InkTools</name>
    <message>
        <source>Bookmark this page</source>
        <translation>このページにしおり</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Who reads what is written</source>
        <translation>書いたものを見る人</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>What you write is read by: %1</source>
        <translation>書いたものを見る人：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Thin</source>
        <translation>細い</translation>
    </message>
    <message>
        <source>Thick</source>
        <translation>太い</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中くらい</translation>
    </message>
    <message>
        <source>Whole strokes</source>
        <translation>線を丸ごと</translation>
    </message>
    <message>
        <source>Colour and width</source>
        <translation>色と太さ</translation>
    </message>
</context>
<context>
    <name>kessai::Inks</name>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Light yellow</source>
        <translation>薄い黄</translation>
    </message>
    <message>
        <source>Light green</source>
        <translation>薄い緑</translation>
    </message>
    <message>
        <source>Light red</source>
        <translation>薄い赤</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>薄い青</translation>
    </message>
</context>
<context>
    <name>kessai::IntakeList</name>
    <message numerus="yes">
        <source>%n page(s) unchanged</source>
        <translation>
            <numerusform>そのまま%nページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <comment>pages</comment>
        <translation>
            <numerusform>移動%nページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>pages</comment>
        <translation>
            <numerusform>変更%nページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken out</source>
        <comment>pages</comment>
        <translation>
            <numerusform>なくなる%nページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>pages</comment>
        <translation>
            <numerusform>増える%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for those before it</source>
        <translation>前のファイルを待っています</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>%2のうち%1を送信</translation>
    </message>
    <message>
        <source>stopped; it goes on where it was</source>
        <translation>止めています（続きから送れます）</translation>
    </message>
    <message>
        <source>%1 It goes on where it was.</source>
        <translation>%1 続きから送れます。</translation>
    </message>
    <message>
        <source>its pages are looked at</source>
        <translation>ページを読み取っています</translation>
    </message>
    <message>
        <source>%1. Notes move with their pages; those of pages taken out are kept aside.</source>
        <translation>%1。書き込みはページと一緒に移り、なくなるページのものは別に残ります。</translation>
    </message>
    <message>
        <source>%1. Everybody&apos;s notes move with their pages.</source>
        <translation>%1。全員の書き込みはページと一緒に移ります。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止める</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>差し替える</translation>
    </message>
    <message>
        <source>Do not replace</source>
        <translation>差し替えない</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>is put in place</source>
        <translation>資料に加えています</translation>
    </message>
</context>
<context>
    <name>kessai::Invitation</name>
    <message numerus="yes">
        <source>everybody of %1 (%n)</source>
        <comment>a section, and how many they are</comment>
        <translation>
            <numerusform>%1の全員（%n人）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::LineEditor</name>
    <message>
        <source>%1 (in person, %2)</source>
        <translation>%1（個人、%2）</translation>
    </message>
    <message>
        <source>Ask somebody</source>
        <translation>宛先を加える</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason in English</source>
        <translation>英語の理由</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>項目を加える</translation>
    </message>
    <message>
        <source>Whom it asks</source>
        <translation>だれに</translation>
    </message>
    <message>
        <source>When</source>
        <translation>いつ</translation>
    </message>
    <message>
        <source>Reason, with the regulation</source>
        <translation>理由と根拠の条項</translation>
    </message>
    <message>
        <source>The same in English</source>
        <translation>英語の理由</translation>
    </message>
    <message>
        <source>What it looks at (a change of these asks it again; none: of any field)</source>
        <translation>見る項目（変わるともう一度回ります。選ばないと、どの項目でも）</translation>
    </message>
    <message>
        <source>Code of the step</source>
        <translation>段階の記号</translation>
    </message>
    <message>
        <source>Kind of step</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>How many agree</source>
        <translation>決め方</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Any one of them</source>
        <translation>だれか1人</translation>
    </message>
    <message>
        <source>At least so many</source>
        <translation>何人以上</translation>
    </message>
    <message>
        <source>More than half</source>
        <translation>過半数</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>An objection</source>
        <translation>異議の扱い</translation>
    </message>
    <message>
        <source>An objection returns the case</source>
        <translation>異議があれば差し戻す</translation>
    </message>
    <message>
        <source>An objection is left to the decider</source>
        <translation>異議があっても決裁者が決める</translation>
    </message>
    <message>
        <source>Who reviews or decides does not examine</source>
        <translation>回議・決裁する人は審査しない</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>記号</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複写</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>Whoever has a role: %1</source>
        <translation>役割で決める職：%1</translation>
    </message>
</context>
<context>
    <name>kessai::LiveLine</name>
    <message>
        <source>Back to where I was</source>
        <translation>元の場所へ戻る</translation>
    </message>
    <message>
        <source>To the page one was at before everybody was called</source>
        <translation>全員が呼ばれる前に見ていたページへ</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>ついていく</translation>
    </message>
    <message>
        <source>The book turns with the presenter; turning a page oneself leaves again</source>
        <translation>発表者と一緒にページがめくれます。自分でめくると離れます</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>指し示す</translation>
    </message>
    <message>
        <source>Everybody sees where the pointer rests on the page</source>
        <translation>ページの上の位置が全員に見えます</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>発表する</translation>
    </message>
    <message>
        <source>Others can follow the pages one turns</source>
        <translation>めくったページに、ほかの人がついてこられます</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交代</translation>
    </message>
    <message>
        <source>Let somebody else present</source>
        <translation>ほかの人に発表してもらいます</translation>
    </message>
    <message>
        <source>Who presents</source>
        <translation>発表する人</translation>
    </message>
    <message>
        <source>Call everybody</source>
        <translation>全員を呼ぶ</translation>
    </message>
    <message>
        <source>Brings everybody once to the presenter&apos;s page</source>
        <translation>全員を一度だけ発表者のページへ呼びます</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>出席</translation>
    </message>
    <message>
        <source>Notes that one is present</source>
        <translation>自分が出席していることを記録します</translation>
    </message>
    <message>
        <source>Raise my hand</source>
        <translation>挙手</translation>
    </message>
    <message>
        <source>Asks to speak, or takes it back</source>
        <translation>発言を求めます。もう一度押すと取りやめます</translation>
    </message>
    <message>
        <source>Begin the meeting</source>
        <translation>会議を始める</translation>
    </message>
    <message>
        <source>Members can follow the presenter from then on</source>
        <translation>ここから、出席者が発表者についていけます</translation>
    </message>
    <message>
        <source>The meeting has begun.</source>
        <translation>会議を始めました。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The meeting has not begun.</source>
        <translation>会議はまだ始まっていません。</translation>
    </message>
    <message>
        <source>Nobody presents.</source>
        <translation>だれも発表していません。</translation>
    </message>
    <message>
        <source>You present.</source>
        <translation>あなたが発表しています。</translation>
    </message>
    <message>
        <source>You present ・ everybody can follow to %1</source>
        <translation>あなたが発表しています ・ %1</translation>
    </message>
    <message>
        <source>Everybody was called to %1 ・ %2 presents</source>
        <translation>全員が呼ばれました ・ %2さんの発表 %1</translation>
    </message>
    <message>
        <source>%1 presents ・ nothing you have before you</source>
        <translation>%1さんが発表しています ・ 手元にない資料です</translation>
    </message>
    <message>
        <source>%1 presents ・ %2</source>
        <translation>%1さんが発表しています ・ %2</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>ついていっています</translation>
    </message>
    <message>
        <source>Back to the presenter</source>
        <translation>発表者の位置へ戻る</translation>
    </message>
    <message>
        <source>Stop presenting</source>
        <translation>発表をやめる</translation>
    </message>
    <message>
        <source>You have the floor</source>
        <translation>発言中</translation>
    </message>
    <message>
        <source>My hand is raised</source>
        <translation>挙手しています</translation>
    </message>
    <message>
        <source>It is noted that you are present.</source>
        <translation>出席を記録しました。</translation>
    </message>
    <message>
        <source>Not connected: who presents, who speaks and what others share comes with the line.</source>
        <translation>未接続です。発表者、発言、ほかの人の書き込みは、つながると出ます。</translation>
    </message>
    <message>
        <source>Press again: all are taken along</source>
        <translation>もう一度押すと全員を呼びます</translation>
    </message>
    <message>
        <source>It is your turn to speak.</source>
        <translation>あなたの発言の番です。</translation>
    </message>
    <message>
        <source>Everybody is called to the presenter&apos;s page.</source>
        <translation>全員を発表者のページに呼びました。</translation>
    </message>
</context>
<context>
    <name>kessai::LoadingLine</name>
    <message>
        <source>Loading</source>
        <translation>読込中</translation>
    </message>
</context>
<context>
    <name>kessai::LoginText</name>
    <message>
        <source>Login roles: %1 were there and keep their passwords, %2 are new.</source>
        <translation>ログインロール: すでにあり、パスワードもそのままのもの %1、新しいもの %2。</translation>
    </message>
    <message>
        <source>The new ones have no password yet.</source>
        <translation>新しいものには、まだパスワードがありません。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 に書き込めません (%2)。</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) who left get in no more.</source>
        <translation>
            <numerusform>退職した%n人は、もう入れません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are shut out, and stay so until --let-in.</source>
        <translation>
            <numerusform>締め出されている職員が%n人います。--let-in で戻すまで、そのままです。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not written: there, others could read it.</source>
        <translation>%1 は書き込みませんでした。そこでは、ほかの人にも読めてしまいます。</translation>
    </message>
</context>
<context>
    <name>kessai::LoginsText</name>
    <message>
        <source>Invents a password for every new login role, and writes them to a file.</source>
        <translation>新しいロールのそれぞれにパスワードを作り、ファイルに書きます。</translation>
    </message>
    <message>
        <source>Login roles are those of a PostgreSQL server; in a file everybody may choose.</source>
        <translation>ロールはPostgreSQLのサーバーのものです。ファイルの庁では、だれとしてでもサインインできます。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1は既にあります。書き換えませんでした。</translation>
    </message>
    <message>
        <source>Gives everybody on the staff of an office on a PostgreSQL server a login role, also those who begin on a prepared day, and lets those who left in no more. Passwords that are there stay; with --passwords new roles get invented ones. Run again it changes nothing that is as it should be. With --shut-out or --let-in it is about one person alone: who is shut out gets in no more from this moment on, and who is let in again gets a new password with --passwords, such as whoever forgot theirs.</source>
        <translation>PostgreSQLのサーバーにある庁の職員全員に、ログインのロールを作ります。準備した日から入る職員も含みます。退職した職員は、入れなくします。今あるパスワードは変わりません。--passwords を付けると、新しいロールのパスワードを作ります。もう一度実行しても、正しいものは変わりません。--shut-out と --let-in は、一人だけを扱います。締め出した職員は、その時から入れません。入れるようにするとき、--passwords を付けると、新しいパスワードになります（忘れたときなど）。</translation>
    </message>
    <message>
        <source>Shuts the person who signs in so out, from this moment on.</source>
        <translation>このログイン名の職員を、いまから締め出します。</translation>
    </message>
    <message>
        <source>Lets the person who signs in so in again; with --passwords under a new password.</source>
        <translation>このログイン名の職員を、また入れるようにします。--passwords を付けると、新しいパスワードにします。</translation>
    </message>
    <message>
        <source>Nobody is shut out and let in at once, and who is shut out gets no password.</source>
        <translation>締め出すことと戻すことは、同時にはできません。締め出すときに、パスワードは作りません。</translation>
    </message>
    <message>
        <source>%1 is shut out.</source>
        <translation>%1を締め出しました。</translation>
    </message>
    <message>
        <source>%1 gets in with a new password.</source>
        <translation>%1は、新しいパスワードでサインインできます。</translation>
    </message>
    <message>
        <source>%1 gets in.</source>
        <translation>%1は、サインインできます。</translation>
    </message>
    <message>
        <source>Say who is shut out or let in, by what they sign in with.</source>
        <translation>締め出す人、または戻す人のログイン名を指定してください。</translation>
    </message>
    <message>
        <source>Nobody on the staff signs in as &quot;%1&quot;.</source>
        <translation>「%1」でサインインする職員はいません。</translation>
    </message>
</context>
<context>
    <name>kessai::MainWindow</name>
    <message>
        <source>Kessai Desk</source>
        <translation>決裁デスク</translation>
    </message>
    <message>
        <source>(%1) Kessai Desk</source>
        <translation>(%1) 決裁デスク</translation>
    </message>
    <message>
        <source>The password was not kept: the keyring is missing or locked. It is asked for next time.</source>
        <translation>キーリングがないか、ロックされているため、パスワードを保存できませんでした。次回も入力してください。</translation>
    </message>
    <message>
        <source>The keyring of this computer asks for its password: it keeps the key of papers that are read offline. Without it nothing stays on this computer.</source>
        <translation>このパソコンのキーリング（パスワードの保管庫）がパスワードを尋ねています。オフラインで読む資料の鍵をしまうためです。開かないと、資料はこのパソコンに残りません。</translation>
    </message>
</context>
<context>
    <name>kessai::MeetingActs</name>
    <message>
        <source>title, time and room</source>
        <translation>会議名・日時・場所</translation>
    </message>
    <message>
        <source>the members</source>
        <translation>出席者</translation>
    </message>
    <message>
        <source>the item “%1”</source>
        <translation>議題「%1」</translation>
    </message>
    <message>
        <source>from whom “%1” is hidden</source>
        <translation>「%1」を見せない人</translation>
    </message>
    <message>
        <source>dropping “%1”</source>
        <translation>「%1」の削除</translation>
    </message>
    <message>
        <source>asking for “%1”</source>
        <translation>「%1」の提出依頼</translation>
    </message>
    <message>
        <source>the file of “%1”</source>
        <translation>「%1」のファイル</translation>
    </message>
    <message>
        <source>title and place of “%1”</source>
        <translation>「%1」の題名と位置</translation>
    </message>
    <message>
        <source>the state of the meeting</source>
        <translation>会議の状態</translation>
    </message>
    <message>
        <source>Not done: %1.</source>
        <translation>次のものは行われていません：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between changes that were not done</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Somebody else changed the meeting first; it is shown as it is now.</source>
        <translation>ほかの人が先に会議を変更したため、現在の内容を表示しています。</translation>
    </message>
    <message>
        <source>who is there</source>
        <translation>出席の記録</translation>
    </message>
    <message>
        <source>the vote on “%1”</source>
        <translation>採決「%1」</translation>
    </message>
    <message>
        <source>the end of the vote</source>
        <translation>採決の締切り</translation>
    </message>
    <message>
        <source>taking back “%1”</source>
        <translation>決定「%1」の取消し</translation>
    </message>
    <message>
        <source>the decision “%1”</source>
        <translation>決定「%1」</translation>
    </message>
    <message>
        <source>the action “%1”</source>
        <translation>対応「%1」</translation>
    </message>
    <message>
        <source>what became of “%1”</source>
        <translation>「%1」の済み</translation>
    </message>
    <message>
        <source>the minutes</source>
        <translation>会議録</translation>
    </message>
    <message>
        <source>calling off the vote</source>
        <translation>採決の取消し</translation>
    </message>
</context>
<context>
    <name>kessai::MeetingEditor</name>
    <message>
        <source>Nobody else is invited.</source>
        <translation>ほかの人を招いていません。</translation>
    </message>
    <message>
        <source>The agenda is empty.</source>
        <translation>議題がありません。</translation>
    </message>
    <message>
        <source>Item %1 “%2” has no paper.</source>
        <translation>議題%1「%2」に資料がありません。</translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>出席者（%1）</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>出席者</translation>
    </message>
    <message>
        <source>The agenda is empty</source>
        <translation>議題がありません</translation>
    </message>
    <message>
        <source>Add an item, then drop its papers on it.</source>
        <translation>議題を追加して、その上に資料を落としてください。</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>議題を追加</translation>
    </message>
    <message>
        <source>A new meeting</source>
        <translation>新しい会議</translation>
    </message>
    <message>
        <source>Write at the right what it is called and when it is. Only you see it until you publish it.</source>
        <translation>右に会議名と日時を書いてください。公開するまで、ほかの人には見えません。</translation>
    </message>
    <message>
        <source>Begin the meeting</source>
        <translation>会議を始める</translation>
    </message>
    <message>
        <source>The meeting has begun.</source>
        <translation>会議を始めました。</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>会議を終える</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>会議を終えました。</translation>
    </message>
    <message>
        <source>It has not begun yet</source>
        <translation>開始を取り消す</translation>
    </message>
    <message>
        <source>The beginning is taken back.</source>
        <translation>開始を取り消しました。</translation>
    </message>
    <message>
        <source>Call the meeting off…</source>
        <translation>会議を中止する…</translation>
    </message>
    <message>
        <source>Call off “%1”? Nothing can be changed in it afterwards.</source>
        <translation>「%1」を中止しますか。中止すると、もう何も変えられません。</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>中止する</translation>
    </message>
    <message>
        <source>The meeting is called off.</source>
        <translation>会議を中止しました。</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>新しい議題</translation>
    </message>
    <message>
        <source>Papers of the item</source>
        <translation>議題の資料</translation>
    </message>
    <message>
        <source>PDF files and pictures (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>PDFと画像 (*.pdf *.png *.jpg *.jpeg)</translation>
    </message>
    <message numerus="yes">
        <source>Papers are PDF files and pictures; %n file(s) are left out.</source>
        <translation>
            <numerusform>資料にできるのはPDFと画像です。ほかの%n件は入れていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The paper&apos;s file</source>
        <translation>資料のファイル</translation>
    </message>
    <message>
        <source>“%1” is dropped.</source>
        <translation>「%1」を消しました。</translation>
    </message>
    <message>
        <source>“%1” is dropped with its papers.</source>
        <translation>「%1」を資料とともに消しました。</translation>
    </message>
    <message>
        <source>Everything is there.</source>
        <translation>すべてそろっています。</translation>
    </message>
    <message>
        <source>Still missing:</source>
        <translation>まだ足りないもの：</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>一覧へ戻る（Esc）</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読む</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>公開する…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>More about this meeting</source>
        <translation>この会議のその他の操作</translation>
    </message>
    <message>
        <source>Begin, end or call off the meeting</source>
        <translation>会議の開始・終了・中止</translation>
    </message>
    <message>
        <source>Publish this meeting?</source>
        <translation>この会議を公開しますか</translation>
    </message>
    <message>
        <source>Its members see it and read its papers from then on.</source>
        <translation>公開すると、出席者が資料を読めるようになります。</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>公開する</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>まだ公開しない</translation>
    </message>
    <message>
        <source>The meeting is published; its members can read the papers.</source>
        <translation>公開しました。出席者が資料を読めます。</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>資料を追加…</translation>
    </message>
    <message>
        <source>PDF files and pictures can be dropped on an item.</source>
        <translation>PDFと画像を、議題の上に落として追加できます。</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Chosen item</source>
        <translation>選んだ議題・資料</translation>
    </message>
    <message>
        <source>The meeting is made. Add its agenda now.</source>
        <translation>会議をつくりました。議題を追加してください。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Somebody else changed the meeting first. It is shown as it is now; what you did last is not done.</source>
        <translation>ほかの人が先に会議を変えました。今の内容を表示しています。最後の操作は行われていません。</translation>
    </message>
    <message>
        <source>“%1” is dropped. What people wrote on it moves along only when the file is replaced: then undo, and replace it.</source>
        <translation>「%1」を消しました。みんなの書き込みを残すには、元に戻してから差し替えてください。</translation>
    </message>
    <message>
        <source>The meeting is over: its agenda and papers stay as they are.</source>
        <translation>会議は終わりました。議題と資料はこのまま残ります。</translation>
    </message>
    <message>
        <source>The meeting was called off: nothing in it is changed any more.</source>
        <translation>会議は中止になりました。内容はもう変えられません。</translation>
    </message>
    <message>
        <source>Begin the meeting now? The time goes into the minutes.</source>
        <translation>会議を始めますか。開始の時刻は会議録に入ります。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>%1 “%2” is awaited from %3 until %4, which is after the meeting.</source>
        <translation>%1「%2」は%3さんの提出待ちです（期限 %4は会議の後です）。</translation>
    </message>
    <message>
        <source>%1 “%2” is awaited from %3 until %4.</source>
        <translation>%1「%2」は%3さんの提出待ちです（期限 %4）。</translation>
    </message>
    <message>
        <source>Asked for until a day after the meeting: %1. Ask for an earlier day.</source>
        <translation>提出期限が会議の後になっています：%1。早い期限で依頼してください。</translation>
    </message>
</context>
<context>
    <name>kessai::MeetingInk</name>
    <message numerus="yes">
        <source>Others read what you write from now on. What you wrote in the last two minutes (%n on %1) stays yours alone.</source>
        <translation>
            <numerusform>これから書くものはほかの人にも見えます。直前の2分に書いた%n件（%1）は自分だけのままです。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Show it, too</source>
        <translation>一緒に見せる</translation>
    </message>
</context>
<context>
    <name>kessai::MeetingModel</name>
    <message>
        <source>Past: %1</source>
        <translation>終わった会議&#x3000;%1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今日&#x3000;%1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>明日&#x3000;%1</translation>
    </message>
    <message>
        <source>Your paper is awaited until %1</source>
        <translation>資料提出のお願い（%1まで）</translation>
    </message>
    <message>
        <source>Your paper is awaited</source>
        <translation>資料提出のお願い</translation>
    </message>
    <message numerus="yes">
        <source>Added papers ・ %n not opened</source>
        <translation>
            <numerusform>追加資料あり ・ 未読%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) not opened</source>
        <translation>
            <numerusform>未読の資料%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>The record of this meeting does not prove itself: it was changed outside of this program. Nothing can be done to it; tell your administrator.</source>
        <translation>この会議の記録は正しさを確かめられません。このプログラムの外で変えられています。何も変えられません。管理者に知らせてください。</translation>
    </message>
    <message>
        <source>Being taken for offline: %1 of %2 papers</source>
        <translation>オフライン用に取り込み中：資料%1／%2件</translation>
    </message>
    <message>
        <source>%1 of %2 papers readable offline</source>
        <translation>オフラインで読める資料：%1／%2件</translation>
    </message>
    <message>
        <source>Kept for offline ・ %1</source>
        <translation>オフライン用に保存済み ・ %1</translation>
    </message>
    <message>
        <source>Readable offline ・ %1</source>
        <translation>オフラインでも読めます ・ %1</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>このパソコンにはありません</translation>
    </message>
</context>
<context>
    <name>kessai::MeetingReader</name>
    <message>
        <source>Notes are being stored…</source>
        <translation>書き込みを保存しています…</translation>
    </message>
    <message>
        <source>Not connected: notes are kept on this computer and stored later</source>
        <translation>接続していません。書き込みはこのパソコンに置き、つながったら保存します</translation>
    </message>
    <message>
        <source>Notes can neither be stored nor kept on this computer: leave the meeting open</source>
        <translation>書き込みを保存できず、このパソコンにも残せません。この会議を開いたままにしてください</translation>
    </message>
    <message>
        <source>Some notes could not be stored; they are kept on this computer</source>
        <translation>保存できなかった書き込みがあります。このパソコンに残しています</translation>
    </message>
    <message>
        <source>Notes are stored</source>
        <translation>書き込みは保存済み</translation>
    </message>
    <message>
        <source>%1 “%2” was added.</source>
        <translation>%1「%2」が追加されました。</translation>
    </message>
    <message>
        <source>%1 “%2” was replaced; notes have moved with their pages.</source>
        <translation>%1「%2」が差し替えられました。書き込みはページと一緒に移っています。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>進行</translation>
    </message>
    <message>
        <source>The page you read is not in it any more; this is the one before.</source>
        <translation>読んでいたページはなくなったため、その前のページを示しています。</translation>
    </message>
    <message>
        <source>The meeting is over. What came of it is beside the pages (F7).</source>
        <translation>会議は終わりました。決まったことはページの横で見られます（F7）。</translation>
    </message>
</context>
<context>
    <name>kessai::MeetingWords</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 yes ・ %2 no ・ %3 abstained</source>
        <translation>賛成 %1 ・ 反対 %2 ・ 棄権 %3</translation>
    </message>
    <message>
        <source>Press again: it begins now</source>
        <translation>もう一度押すと始まります</translation>
    </message>
    <message>
        <source>%1 ・ %2 did not vote</source>
        <translation>%1 ・ 投票せず %2</translation>
    </message>
</context>
<context>
    <name>kessai::MeetingsPage</name>
    <message>
        <source>Search in papers</source>
        <translation>資料から探す</translation>
    </message>
    <message>
        <source>Search in the papers of all my meetings</source>
        <translation>自分の会議の資料すべてから探す</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>新しい会議</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Pages found</source>
        <translation>見つかったページ</translation>
    </message>
    <message>
        <source>No page says so</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>The words are looked for in the papers you may read, however they are written there.</source>
        <translation>読める資料すべてから、かな・カナや全角・半角の違いを問わずに探しました。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>This meeting is not yours to see any more.</source>
        <translation>この会議は見られなくなりました。</translation>
    </message>
    <message>
        <source>Files are still on their way into the meeting. Give them up?</source>
        <translation>会議に送っている途中のファイルがあります。やめますか。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>No meetings</source>
        <translation>会議はありません</translation>
    </message>
    <message>
        <source>Meetings you are invited to, and those you prepare, are listed here.</source>
        <translation>招かれた会議と、準備している会議がここに並びます。</translation>
    </message>
    <message>
        <source>Read offline too</source>
        <translation>オフラインでも読む</translation>
    </message>
    <message>
        <source>Takes the papers of the chosen meeting to this computer, sealed, and keeps them up to date</source>
        <translation>選んだ会議の資料を、暗号化してこのパソコンに取り込み、新しい状態に保ちます</translation>
    </message>
    <message>
        <source>This computer has no keyring: papers stay on it until the program ends</source>
        <translation>このパソコンにはキーリングがないため、資料は終了するまでしか置かれません</translation>
    </message>
    <message>
        <source>This meeting is not on this computer. It can be read when the office is reached again.</source>
        <translation>この会議の資料はこのパソコンにありません。つながれば読めます。</translation>
    </message>
    <message>
        <source>A meeting is not yours to see any more; what this computer kept of it is gone.</source>
        <translation>見られなくなった会議がありました。このパソコンに置かれていた資料は消しました。</translation>
    </message>
    <message>
        <source>“%1” is not yours to see any more; what this computer kept of it is gone.</source>
        <translation>「%1」は見られなくなりました（招待の取消しまたは中止）。このパソコンに置かれていた資料は消しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) could not be sent any more and went with it.</source>
        <translation>
            <numerusform>送れなくなった書き込み%n件も、一緒に消えました。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no room on this computer for more papers.</source>
        <translation>このパソコンに、資料を置く場所がもうありません。</translation>
    </message>
    <message>
        <source>Some papers could not be kept on this computer.</source>
        <translation>このパソコンに置けなかった資料があります。</translation>
    </message>
    <message>
        <source>Not connected: these are the meetings as they were last. Those that are on this computer can be read and written on.</source>
        <translation>つながっていません。最後に読み込んだときの一覧です。このパソコンにある資料は、読むことも書き込むこともできます。</translation>
    </message>
    <message>
        <source>The words are looked for in the papers on this computer, for the office is out of reach.</source>
        <translation>いまはサーバーにつながらないため、このパソコンにある資料から探しました。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>「%1」：%2</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>見る</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of notes that were not sent yet cannot be opened and are set aside on this computer (damaged-…). Tell the administrator.</source>
        <translation>
            <numerusform>まだ送っていない書き込みのファイル%n個を開けません。捨てずに、このパソコンに「damaged-…」の名前で残してあります。管理者に連絡してください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MemberMenu</name>
    <message>
        <source>Find somebody</source>
        <translation>人を探す</translation>
    </message>
    <message>
        <source>Name or reading</source>
        <translation>名前・よみ</translation>
    </message>
</context>
<context>
    <name>kessai::MembersModel</name>
    <message>
        <source>%1 ・ invited as %2</source>
        <translation>%1 ・ 招待：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
</context>
<context>
    <name>kessai::MembersPane</name>
    <message>
        <source>Invited as</source>
        <translation>招く役割</translation>
    </message>
    <message>
        <source>Role of those chosen</source>
        <translation>選んだ人の役割</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Invite a person, a post or a section</source>
        <translation>職員・職・課を招く</translation>
    </message>
    <message>
        <source>Person, post or section</source>
        <translation>職員・職・課・係の名前</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>出席者</translation>
    </message>
    <message>
        <source>Those chosen:</source>
        <translation>選んだ人：</translation>
    </message>
    <message numerus="yes">
        <source>%n invited.</source>
        <translation>
            <numerusform>%n人を招きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The roles are changed.</source>
        <translation>役割を変えました。</translation>
    </message>
    <message numerus="yes">
        <source>%n taken out.</source>
        <translation>
            <numerusform>%n人を外しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>A meeting keeps at least one secretary.</source>
        <translation>事務局の人を一人は残してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MeterBar</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kessai::MigrateText</name>
    <message>
        <source>%1 is up to date.</source>
        <translation>%1 は最新です。</translation>
    </message>
    <message numerus="yes">
        <source>%1 was brought up to date in %n step(s).</source>
        <translation>
            <numerusform>%1 を更新しました（%n段階）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Brings the database up to date with this program. Nothing is done twice, and a step that fails leaves nothing behind. Then it writes down the numbers and forms that came with this program, and the public holidays as the law gives them, so that a later program changes nothing of what was decided by them. On a server it is run by the owner of the database.</source>
        <translation>データベースをこのプログラムに合わせて新しくします。同じことを二度することはなく、途中で失敗した段階は何も残しません。続いて、このプログラムに付いている数値と様式、法律による祝日を書き留めます。これで、後のプログラムに替えても、それまでの決裁の根拠は変わりません。サーバーではデータベースの所有者が実行します。</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), form(s) and holiday(s) of this program were written down.</source>
        <translation>
            <numerusform>このプログラムの数値・様式・祝日を%n件書き留めました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::MonthLine</name>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>前の月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>次の月</translation>
    </message>
</context>
<context>
    <name>kessai::MonthPage</name>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>これからの休み・振替</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Nothing is registered on this day.</source>
        <translation>この日の申請はありません。</translation>
    </message>
    <message>
        <source>File for this day…</source>
        <translation>この日の申請をする…</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>残りと上限</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>day: what</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>No leave, exchanged day or day off in the next %n days.</source>
        <translation>
            <numerusform>今後%n日の間に、休暇・振替・代休はありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>開く：%1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>申請する：%1</translation>
    </message>
    <message>
        <source>as of %1, with everything requested so far</source>
        <translation>%1現在（申請中も含む）</translation>
    </message>
    <message>
        <source>Overtime register…</source>
        <translation>命令簿…</translation>
    </message>
    <message>
        <source>as it stood on %1</source>
        <translation>%1現在</translation>
    </message>
</context>
<context>
    <name>kessai::MoveText</name>
    <message>
        <source>The database to be made: postgresql://[user@]host[:port]/name.</source>
        <translation>作るデータベース: postgresql://[ユーザー@]ホスト[:ポート]/名前。</translation>
    </message>
    <message>
        <source>Invents a password for everybody whose login role the server does not have yet, and writes them to a file.</source>
        <translation>サーバーにまだログインロールがない人のパスワードを作り、ファイルに書き出します。</translation>
    </message>
    <message>
        <source>An office is moved from sqlite:PATH to postgresql://…/name.</source>
        <translation>移せるのは sqlite:パス から postgresql://…/名前 へです。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。上書きしていません。</translation>
    </message>
    <message>
        <source>Copying %1</source>
        <translation>%1 を写しています</translation>
    </message>
    <message>
        <source>Comparing %1</source>
        <translation>%1 を比べています</translation>
    </message>
    <message>
        <source>The copy is not what the file has, and nothing was left of it: %1</source>
        <translation>写したものがファイルと違ったため、何も残していません: %1</translation>
    </message>
    <message>
        <source>%1 is in %2 now: cases %3, acts %4, files %5, meetings %6, ink %7. Compared row by row: the same.</source>
        <translation>%1 を %2 に移しました: 案件 %3、行為 %4、ファイル %5、会議 %6、書き込み %7。1行ずつ比べて同じでした。</translation>
    </message>
    <message>
        <source>Makes an office on a PostgreSQL server of one in a file, with everything it knows: cases with their histories, files, meetings, ink, numbers. Then both are compared row by row, and nothing is left on the server where anything differs or goes wrong, and everything is replayed there as verify does. Everybody gets a login role; a file knows no passwords, so that those without a role on the server get none, or with --passwords invented ones. The file is not touched: put it away, so that nobody goes on working in it.</source>
        <translation>ファイルの庁を、案件と履歴、添付、会議、書き込み、番号ごと、PostgreSQLのサーバーに移します。両方をすべての行で比べ、違ったり失敗したりすれば、サーバーには何も残しません。終わりに、verify と同じ検証をします。全員にログインのロールを作ります。ファイルにはパスワードがないので、サーバーにロールのない人はパスワードなし、--passwords を付ければ新しいパスワードになります。元のファイルは変わりません。だれもそこで仕事を続けないように、片付けてください。</translation>
    </message>
    <message>
        <source>Put the file away: what is changed in it now is not in the database.</source>
        <translation>元のファイルは片付けてください。これからそこで変えたことは、データベースには入りません。</translation>
    </message>
    <message>
        <source>It has no administrator: nobody can change its settings.</source>
        <translation>管理者がいません。だれも設定を変えられません。</translation>
    </message>
    <message>
        <source>Its administrators: %1</source>
        <translation>管理者: %1</translation>
    </message>
    <message>
        <source>It is there, but could not be verified: %1. Verify it by kessai-admin verify.</source>
        <translation>移した庁はありますが、検証できませんでした（%1）。kessai-admin verify で検証してください。</translation>
    </message>
    <message>
        <source>The office cannot be read as a whole, so that nothing was moved and nothing is left on the server: %1</source>
        <translation>庁の内容に読めないところがあるため、移していません。サーバーには何も残っていません: %1</translation>
    </message>
</context>
<context>
    <name>kessai::MyActions</name>
    <message>
        <source>“%1” is done.</source>
        <translation>「%1」を済みにしました。</translation>
    </message>
    <message>
        <source>“%1” is open again.</source>
        <translation>「%1」を未済に戻しました。</translation>
    </message>
</context>
<context>
    <name>kessai::NavigationList</name>
    <message>
        <source>Navigation</source>
        <translation>メニュー</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n item(s)</source>
        <translation>
            <numerusform>%1、%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, folded, %n item(s)</source>
        <translation>
            <numerusform>%1、閉じています、%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1、閉じています</translation>
    </message>
    <message>
        <source>%1, unfolded</source>
        <translation>%1、開いています</translation>
    </message>
</context>
<context>
    <name>kessai::NodeEditor</name>
    <message>
        <source>Choose a unit, a post or a person.</source>
        <translation>組織、職、人のどれかを選んでください。</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>組織の名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Its work is mostly set by others</source>
        <translation>他律的業務の比重が高い</translation>
    </message>
    <message>
        <source>New unit below</source>
        <translation>下に組織を新設</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>職を新設</translation>
    </message>
    <message>
        <source>Abolish</source>
        <translation>廃止</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>新しい組織</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>長</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>主事</translation>
    </message>
    <message>
        <source>Title of the post</source>
        <translation>職名</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Heads the unit</source>
        <translation>この組織の長</translation>
    </message>
    <message>
        <source>Roles in the rules</source>
        <translation>経路の規則での役割</translation>
    </message>
    <message>
        <source>Who is appointed</source>
        <translation>任用する人</translation>
    </message>
    <message>
        <source>How it is held</source>
        <translation>任用の種類</translation>
    </message>
    <message>
        <source>moves here</source>
        <translation>異動（本務）</translation>
    </message>
    <message>
        <source>concurrent</source>
        <translation>兼務</translation>
    </message>
    <message>
        <source>acting</source>
        <translation>事務取扱</translation>
    </message>
    <message>
        <source>Appoint</source>
        <translation>任用する</translation>
    </message>
    <message>
        <source>Its work goes to</source>
        <translation>仕事の引継ぎ先</translation>
    </message>
    <message>
        <source>Somebody new here</source>
        <translation>新しい職員をここに</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>職</translation>
    </message>
    <message>
        <source>Move there</source>
        <translation>ここへ異動</translation>
    </message>
    <message>
        <source>Hold it as well</source>
        <translation>兼務させる</translation>
    </message>
    <message>
        <source>Hold this post no more</source>
        <translation>この職を解く</translation>
    </message>
    <message>
        <source>Leaves the office</source>
        <translation>退職</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>氏</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>職員番号</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Abolish…</source>
        <translation>廃止…</translation>
    </message>
    <message>
        <source>The higher the number, the higher the post: the order in lists, and who is asked when a post is vacant</source>
        <translation>数が大きいほど上の職です。並び順と、空席のときに回る職が決まります。</translation>
    </message>
    <message>
        <source>Names by which the rules of routes find the post, such as finance or personnel</source>
        <translation>経路の規則が職を見つけるための名前です。財政は finance、会計は accounting、人事は personnel、文書は records です。</translation>
    </message>
</context>
<context>
    <name>kessai::NoteEditor</name>
    <message>
        <source>Sticky note</source>
        <translation>付箋</translation>
    </message>
    <message>
        <source>Write here. Ctrl+Enter keeps it, Esc does not.</source>
        <translation>ここに書きます。Ctrl+Enterで残し、Escでやめます。</translation>
    </message>
</context>
<context>
    <name>kessai::OfficePage</name>
    <message>
        <source>New request</source>
        <translation>新しい申請</translation>
    </message>
    <message>
        <source>Kessai Desk</source>
        <translation>決裁デスク</translation>
    </message>
    <message>
        <source>Appearance…</source>
        <translation>表示の設定…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Search subject, number, person (Ctrl+F)</source>
        <translation>件名・番号・申請者で検索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Bring up to date (F5)</source>
        <translation>最新にする (F5)</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>最新にする</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>決裁</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Returned to me</source>
        <translation>差戻し・要対応</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>自分の申請</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決裁済</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Everything I may read</source>
        <translation>すべての案件</translation>
    </message>
    <message>
        <source>Connected ・ %1 ・ up to date at %2</source>
        <translation>接続中 ・ %1 ・ 最終更新 %2</translation>
    </message>
    <message>
        <source>%1 (trial)</source>
        <translation>%1（試用）</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>今すぐ接続</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2件中 %1件を表示</translation>
    </message>
    <message>
        <source>Submitted.</source>
        <translation>申請しました。</translation>
    </message>
    <message>
        <source>The printer did not answer.</source>
        <translation>プリンターが応答しませんでした。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>プリンターへ送りました。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheet of an anchor…</source>
        <translation>アンカー控えの作成…</translation>
    </message>
    <message>
        <source>The anchor&apos;s file</source>
        <translation>アンカーのファイル</translation>
    </message>
    <message>
        <source>Anchors (%1)</source>
        <translation>アンカー (%1)</translation>
    </message>
    <message>
        <source>Late in my section</source>
        <translation>所属の期限超過</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln case(s)</source>
        <translation>
            <numerusform>%Ln件以上</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shown, more below</source>
        <translation>%1件を表示（続きあり）</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>庁内</translation>
    </message>
    <message>
        <source>Absence and deputies</source>
        <translation>不在と代理</translation>
    </message>
    <message>
        <source>Post handover</source>
        <translation>職の引継ぎと代決</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <source>My month</source>
        <translation>私の月</translation>
    </message>
    <message>
        <source>My section&apos;s days</source>
        <translation>課の予定</translation>
    </message>
    <message>
        <source>Everybody&apos;s working time</source>
        <translation>勤務の管理</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>休日</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>新しい申請…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Looking in everything you may read.</source>
        <translation>すべての案件から探しています。</translation>
    </message>
    <message>
        <source>Looking in everything you may read; Esc goes back.</source>
        <translation>すべての案件から探しています。Escで元の一覧に戻ります。</translation>
    </message>
    <message>
        <source> ・ Shift+↓ or Ctrl+click chooses several</source>
        <translation> ・ Shift+↓やCtrl+クリックで複数選択</translation>
    </message>
    <message>
        <source>The draft was deleted: %1</source>
        <translation>下書きを削除しました：%1</translation>
    </message>
    <message>
        <source>The draft is back.</source>
        <translation>下書きを元に戻しました。</translation>
    </message>
    <message>
        <source>Payees</source>
        <translation>債権者</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>予算</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支払</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Nothing was written, so no cancellation was kept.</source>
        <translation>何も書かれなかったので、取消の下書きは残していません。</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Accounting</source>
        <translation>会計</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>庁の設定…</translation>
    </message>
    <message>
        <source>No answer from the server</source>
        <translation>サーバーの応答がありません</translation>
    </message>
    <message>
        <source>No answer from the server since %1</source>
        <translation>%1からサーバーの応答がありません</translation>
    </message>
    <message>
        <source>Guide (F1)</source>
        <translation>使い方 (F1)</translation>
    </message>
    <message>
        <source>Keyboard shortcuts (Ctrl+F1)</source>
        <translation>キー操作の一覧 (Ctrl+F1)</translation>
    </message>
    <message>
        <source>Tax withheld</source>
        <translation>源泉徴収</translation>
    </message>
    <message>
        <source>Connected ・ %1</source>
        <translation>接続中 ・ %1</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>変更の履歴</translation>
    </message>
    <message>
        <source>“%1” is under way.</source>
        <translation>「%1」が開催中です。</translation>
    </message>
    <message numerus="yes">
        <source>%n meetings are under way.</source>
        <translation>
            <numerusform>%n件の会議が開催中です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>一覧を見る</translation>
    </message>
    <message>
        <source>Open the meeting</source>
        <translation>会議を開く</translation>
    </message>
</context>
<context>
    <name>kessai::OfficeParts</name>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A person and the post they hold.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>休暇</translation>
    </message>
    <message>
        <source>Official trip</source>
        <translation>出張</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>研修</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the names of forms in a list.</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>up to %1 yen only</source>
        <translation>%1円以下に限る</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation>%1に限る</translation>
    </message>
    <message>
        <source>%1 up to %2 yen only</source>
        <translation>%1の%2円以下に限る</translation>
    </message>
    <message>
        <source>prepared on %1</source>
        <translation>%1に準備したもの</translation>
    </message>
    <message>
        <source>Illness, other</source>
        <translation>病気・その他</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2（%3）</translation>
    </message>
</context>
<context>
    <name>kessai::OfflinePage</name>
    <message>
        <source>Meetings</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>When the office can be reached again: sends what you wrote, and brings everything else</source>
        <translation>つながるようになったら押してください。書き込んだものが送られ、ほかの機能も使えます。</translation>
    </message>
</context>
<context>
    <name>kessai::OpeningsText</name>
    <message>
        <source>The file is neither UTF-8 nor CP932 (Shift_JIS).</source>
        <translation>文字コードが UTF-8 でも CP932（Shift_JIS）でもありません。</translation>
    </message>
    <message>
        <source>The file has no line below its heading.</source>
        <translation>見出しの下に行がありません。</translation>
    </message>
    <message>
        <source>Line %1: it has to have five columns.</source>
        <translation>%1行目: 列は5つ必要です。</translation>
    </message>
    <message>
        <source>Line %1: there is no member of staff with the number &quot;%2&quot;.</source>
        <translation>%1行目: 職員番号「%2」の職員はいません。</translation>
    </message>
    <message>
        <source>Line %1: &quot;%2&quot; is no number of days, minutes or half days.</source>
        <translation>%1行目: 「%2」は日数・分・半日数として読めません。</translation>
    </message>
    <message>
        <source>Line %1: &quot;%2&quot; is no day like 2027-01-01.</source>
        <translation>%1行目: 「%2」は 2027-01-01 のような日付ではありません。</translation>
    </message>
    <message>
        <source>Line %1: the same person and day stand above.</source>
        <translation>%1行目: 同じ職員・同じ日の行が上にあります。</translation>
    </message>
</context>
<context>
    <name>kessai::OrganisationModel</name>
    <message>
        <source>Changed</source>
        <comment>framed at what a draft changes</comment>
        <translation>変更</translation>
    </message>
    <message>
        <source>concurrent</source>
        <translation>兼務</translation>
    </message>
    <message>
        <source>acting</source>
        <translation>事務取扱</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>空席</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a post</source>
        <translation>職のない人</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1、変更あり</translation>
    </message>
</context>
<context>
    <name>kessai::OrganisationPage</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>元に戻す（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>やり直す（Ctrl+Y）</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Give the draft up</source>
        <translation>草案をやめる</translation>
    </message>
    <message>
        <source>Try the day (&amp;T)</source>
        <translation>この日を試す(&amp;T)</translation>
    </message>
    <message>
        <source>Put in force (&amp;S)</source>
        <translation>この日から使う(&amp;S)</translation>
    </message>
    <message>
        <source>Search by name, reading, number or post</source>
        <translation>氏名、ふりがな、職員番号、職名で探す</translation>
    </message>
    <message>
        <source>Name, reading, number, post</source>
        <translation>氏名、番号、職名</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why, such as the notice of the transfers</source>
        <translation>理由（人事異動の発令など）</translation>
    </message>
    <message>
        <source>Somebody else changed the organisation meanwhile. Your draft now stands upon theirs: look at it once more.</source>
        <translation>ほかの管理者が先に組織を変えました。書きかけの草案は、変更後の内容に重ねて残してあります。確かめてから、もう一度行ってください。</translation>
    </message>
    <message>
        <source>The organisation is changed.</source>
        <translation>組織を変えました。</translation>
    </message>
    <message>
        <source>What was prepared is taken back.</source>
        <translation>準備を取り消しました。</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>選択なし</translation>
    </message>
    <message>
        <source>The file is in the draft. Undo takes all of it back.</source>
        <translation>ファイルの内容を草案に入れました。「元に戻す」で全部戻せます。</translation>
    </message>
    <message>
        <source>The file says what the draft says already.</source>
        <translation>ファイルの内容は、草案のとおりです。</translation>
    </message>
    <message>
        <source>What the draft changes</source>
        <translation>草案で変わること</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet. Drag people and units to where they shall be, or choose one and change it here.</source>
        <translation>まだありません。人や組織を置きたいところへドラッグするか、選んで右の欄で変えます。</translation>
    </message>
    <message>
        <source>The past is only to be looked at.</source>
        <translation>過ぎた日は見るだけです。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>直すところ %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left open.</source>
        <translation>おかしいところはありません。</translation>
    </message>
    <message numerus="yes">
        <source>It can be used; %n thing(s) to look at</source>
        <translation>
            <numerusform>使えます。確かめるところ %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>まだ何も変わっていません。</translation>
    </message>
    <message>
        <source>Put right what is said above first.</source>
        <translation>先に、上に出ていることを直してください。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>理由を書いてください。</translation>
    </message>
    <message>
        <source>Prepare for the day (&amp;S)</source>
        <translation>この日に備えて準備(&amp;S)</translation>
    </message>
    <message>
        <source>%1, tried beforehand</source>
        <translation>%1を試した結果</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1行目: %2</translation>
    </message>
    <message>
        <source>People and posts from a file</source>
        <translation>職員と任用をファイルから</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>表 (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1: choose where it goes and press Ctrl+V.</source>
        <translation>%1: 行き先を選んで Ctrl+V を押してください。</translation>
    </message>
    <message>
        <source>It cannot go there.</source>
        <translation>そこには置けません。</translation>
    </message>
    <message>
        <source>Give up what was changed in this draft?</source>
        <translation>この草案の変更をやめますか。</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>What is wrong in the file</source>
        <translation>ファイルの直すところ</translation>
    </message>
    <message>
        <source>What is to be put right</source>
        <translation>直すところ</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken from the file: %n thing(s) to put right in it first.</source>
        <translation>
            <numerusform>ファイルからは何も取り込んでいません。先に直すところが%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is found by these words.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>Names, readings, numbers, posts and units are searched.</source>
        <translation>氏名・ふりがな・職員番号・職名・組織から探します。</translation>
    </message>
    <message>
        <source>Prepared for %1; until then administrators and personnel alone see it.</source>
        <translation>%1の変更を準備しました。その日まで、管理者と人事担当のほかには見えません。</translation>
    </message>
    <message>
        <source>What failed is put aside.</source>
        <translation>片付けました。</translation>
    </message>
    <message>
        <source>%1: now %2. To give another post, put them on it.</source>
        <translation>%1：%2に就けました。ほかの職にするには、その職の上に置いてください。</translation>
    </message>
    <message>
        <source>Staff</source>
        <comment>name of a file</comment>
        <translation>名簿</translation>
    </message>
</context>
<context>
    <name>kessai::OutcomePane</name>
    <message>
        <source>What is recorded</source>
        <translation>記録するもの</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Item it belongs to</source>
        <translation>議題</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>だれが</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>いつまでに</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>すること</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>決まったこと</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>書き換える</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>頼む</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Nothing was decided or asked for yet.</source>
        <translation>決定と対応はまだありません。</translation>
    </message>
    <message>
        <source>Word “%1” anew</source>
        <translation>「%1」を書き換える</translation>
    </message>
    <message>
        <source>Take back “%1”</source>
        <translation>「%1」を取り消す</translation>
    </message>
    <message>
        <source>The decision “%1” is taken back.</source>
        <translation>決定「%1」を取り消しました。</translation>
    </message>
    <message>
        <source>%1 ・ until %2</source>
        <comment>who does something, and the day</comment>
        <translation>%1 ・ 期限 %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>“%1” is done.</source>
        <translation>「%1」を済みにしました。</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>「%1」を変える</translation>
    </message>
    <message>
        <source>Drop “%1”</source>
        <translation>「%1」を取り下げる</translation>
    </message>
    <message>
        <source>The action “%1” is dropped.</source>
        <translation>対応「%1」を取り下げました。</translation>
    </message>
    <message>
        <source>The decision is recorded.</source>
        <translation>決定を記録しました。</translation>
    </message>
    <message>
        <source>Choose who does it.</source>
        <translation>だれがするかを選んでください。</translation>
    </message>
    <message>
        <source>Write until when.</source>
        <translation>いつまでにかを入れてください。</translation>
    </message>
    <message>
        <source>%1 finds it among what is to be done.</source>
        <translation>%1さんの「会議で頼まれたこと」に出ます。</translation>
    </message>
    <message>
        <source>Not recorded, as the meeting ended before: “%1”</source>
        <translation>会議が先に終わり、記録されませんでした：「%1」</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>済みにする</translation>
    </message>
</context>
<context>
    <name>kessai::PageActions</name>
    <message>
        <source>Previous page</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>実際の大きさ</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>ページ全体</translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation>右に回転</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>倍率</translation>
    </message>
</context>
<context>
    <name>kessai::PageArea</name>
    <message>
        <source>Pages of %1</source>
        <translation>%1 のページ</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%2ページ中 %1ページ</translation>
    </message>
    <message>
        <source>%1, cannot be shown</source>
        <translation>%1、表示できません</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>kessai::PageListModel</name>
    <message>
        <source>Page %1</source>
        <translation>%1ページ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>kessai::PageThumbnails</name>
    <message>
        <source>Pages</source>
        <translation>ページ一覧</translation>
    </message>
</context>
<context>
    <name>kessai::PagesMenu</name>
    <message>
        <source>Pages of the paper shown</source>
        <translation>表示している資料のページ</translation>
    </message>
    <message>
        <source>e.g. 2-4, 7</source>
        <translation>例：2-4、7</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>As pictures of the pages, with what is written on them</source>
        <translation>書き込みとともに、ページの見た目のまま保存します</translation>
    </message>
    <message>
        <source>Pages from 1 to %1, as in 2-4, 7</source>
        <translation>1から%1までのページを「2-4、7」のように書いてください</translation>
    </message>
</context>
<context>
    <name>kessai::PaperCheck</name>
    <message>
        <source>It has no paper.</source>
        <translation>添付がありません。</translation>
    </message>
    <message>
        <source>¥%1 is not found: a paper has no text that can be read.</source>
        <translation>%1円が見つかりません（文字を読めない書類があります）。</translation>
    </message>
    <message>
        <source>¥%1 is in none of its papers.</source>
        <translation>%1円が添付のどれにも見つかりません。</translation>
    </message>
    <message>
        <source>¥%1</source>
        <translation>%1円</translation>
    </message>
    <message>
        <source>¥%1 is in none of its papers. They say %2.</source>
        <translation>%1円が添付のどれにも見つかりません。添付には%2があります。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between amounts</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kessai::PaperCopies</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the paper shown as a PDF file, with what is written on it</source>
        <translation>表示している資料を、書き込みとともにPDFファイルに保存します</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Print papers with what is written on them</source>
        <translation>資料を書き込みとともに印刷します</translation>
    </message>
    <message>
        <source>The paper shown</source>
        <translation>表示している資料</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>すべての資料</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>Saved as %1 without notes: who made the file does not let anybody write into it.</source>
        <translation>%1 に保存しました。作成者が書き込みを許していないファイルのため、書き込みは入っていません。</translation>
    </message>
    <message>
        <source>The papers went to the printer.</source>
        <translation>資料をプリンターに送りました。</translation>
    </message>
    <message>
        <source>Save the paper with its notes</source>
        <translation>資料を書き込みとともに保存</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The papers are being printed…</source>
        <translation>資料を印刷しています…</translation>
    </message>
    <message>
        <source>Some of its pages</source>
        <translation>ページを選ぶ</translation>
    </message>
    <message>
        <source>Save the pages with their notes</source>
        <translation>ページを書き込みとともに保存</translation>
    </message>
    <message>
        <source>The paper was replaced or taken out meanwhile. Choose its pages again.</source>
        <translation>資料が差し替えられたか、取り下げられました。ページを選び直してください。</translation>
    </message>
    <message>
        <source>Other pages are still on their way. Try again in a moment.</source>
        <translation>ほかのページを出力しています。少し待ってからもう一度どうぞ。</translation>
    </message>
    <message>
        <source>The pages are being saved…</source>
        <translation>ページを保存しています…</translation>
    </message>
</context>
<context>
    <name>kessai::PaperExport</name>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>ファイルを保存できませんでした：%1</translation>
    </message>
    <message>
        <source>Not saved: your name is to stand on every page, and who made the file does not let anybody write into it. It can be printed.</source>
        <translation>保存していません。すべてのページに読む人の名前を入れる会議ですが、作成者が書き込みを許していないファイルです。印刷はできます。</translation>
    </message>
</context>
<context>
    <name>kessai::PaperIntake</name>
    <message>
        <source>“%1” is replaced.</source>
        <translation>「%1」を差し替えました。</translation>
    </message>
    <message>
        <source>“%1” is in place.</source>
        <translation>「%1」を登録しました。</translation>
    </message>
</context>
<context>
    <name>kessai::PaperPrinter</name>
    <message>
        <source>The printer did not answer; nothing was printed.</source>
        <translation>プリンターが応答しませんでした。印刷されていません。</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>ファイルを保存できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>kessai::PapersNote</name>
    <message>
        <source>%1 See whether this is the right paper and the right amount.</source>
        <translation>%1書類と額のどちらかが違わないか、確かめてください。</translation>
    </message>
</context>
<context>
    <name>kessai::ParameterModel</name>
    <message>
        <source>Subject</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>not yet in force</source>
        <translation>まだなし</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a value, and the one that is to come</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1（変更）</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>→ %1</source>
        <comment>the day from which a value is in force</comment>
        <translation>→ %1</translation>
    </message>
</context>
<context>
    <name>kessai::ParameterPage</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>元に戻す (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>やり直す (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Numbers</source>
        <comment>name of a file</comment>
        <translation>基準値</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>基準値</translation>
    </message>
    <message>
        <source>Give the changes up</source>
        <translation>変更をやめる</translation>
    </message>
    <message>
        <source>Why, such as the amendment of the ordinance</source>
        <translation>理由（例：条例の改正）</translation>
    </message>
    <message>
        <source>Search the numbers</source>
        <translation>基準値を探す</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Numbers of the office</source>
        <translation>基準値の一覧</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>変わるもの</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) will be in force from their day on.</source>
        <translation>
            <numerusform>%n件の基準値を、それぞれの日から使います。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else changed numbers meanwhile. Give the changes up and write them again upon theirs.</source>
        <translation>ほかの管理者が先に基準値を変えました。変更をやめ、変わったあとの内容をもとに書き直してください。</translation>
    </message>
    <message>
        <source>All subjects</source>
        <translation>すべての主題</translation>
    </message>
    <message>
        <source>No number is found by these words.</source>
        <translation>基準値が見つかりません。</translation>
    </message>
    <message>
        <source>Search by its name, its subject or the ordinance it rests on.</source>
        <translation>名前、主題、根拠の条例などの言葉で探してください。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>from %1, %2</source>
        <comment>a day, a source</comment>
        <translation>%1から、%2</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>外す</translation>
    </message>
    <message numerus="yes">
        <source>Give up the changes of %n number(s)?</source>
        <translation>
            <numerusform>%n件の変更をやめますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>kessai::ParameterPanel</name>
    <message>
        <source>In force from</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Add to the changes (&amp;A)</source>
        <translation>変更に加える(&amp;A)</translation>
    </message>
    <message>
        <source>The next value</source>
        <translation>次の値</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>The ordinance or rule, such as its amendment</source>
        <translation>条例・規則など（例：○○条例の改正）</translation>
    </message>
    <message>
        <source>%1 from %2 (to come)</source>
        <translation>%1&#x3000;%2から（予定）</translation>
    </message>
    <message>
        <source>%1 since %2 (in force)</source>
        <translation>%1&#x3000;%2から（現行）</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1&#x3000;%2から</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取りやめる</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>取りやめ：%1</translation>
    </message>
    <message>
        <source>It can be %1.</source>
        <translation>%1の範囲です。</translation>
    </message>
    <message>
        <source>Write a value that is possible here.</source>
        <translation>範囲の中の値を書いてください。</translation>
    </message>
    <message>
        <source>It can be in force from tomorrow on at the earliest: what was filed until today stays as it is.</source>
        <translation>使い始める日は明日以降です。今日までに出されたものは、そのままです。</translation>
    </message>
    <message>
        <source>That is the value on this day already.</source>
        <translation>その日の値と同じです。</translation>
    </message>
    <message>
        <source>Say what it rests on.</source>
        <translation>根拠を書いてください。</translation>
    </message>
    <message>
        <source>It holds for days from then on. What was filed before stays as it was judged.</source>
        <translation>その日からの日について使います。以前の案件はそのままです。</translation>
    </message>
    <message>
        <source>Press again: it is meant so (&amp;A)</source>
        <translation>もう一度押すと、このまま加えます(&amp;A)</translation>
    </message>
    <message>
        <source>That is %1. Are %2 meant? Write them so.</source>
        <translation>%1になります。%2のことなら、そのように書いてください。</translation>
    </message>
    <message>
        <source>That is among the changes already.</source>
        <translation>もう変更に加えてあります。</translation>
    </message>
</context>
<context>
    <name>kessai::PasswordPane</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>ファイルのパスワード</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>パスワードが違います。</translation>
    </message>
</context>
<context>
    <name>kessai::PayeeFields</name>
    <message>
        <source>Kind</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Account type</source>
        <translation>預金種目</translation>
    </message>
    <message>
        <source>The account is somebody else&apos;s</source>
        <translation>口座名義が債権者本人ではない</translation>
    </message>
    <message>
        <source>Day of the mandate</source>
        <translation>委任状の日付</translation>
    </message>
    <message>
        <source>May be chosen until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Register (&amp;R)</source>
        <translation>登録する(&amp;R)</translation>
    </message>
    <message>
        <source>Why, and from which paper</source>
        <translation>登録・変更の理由と根拠の書類</translation>
    </message>
    <message>
        <source>For example: change notice of 24 November, copy of the passbook</source>
        <translation>例：11月24日付け口座変更届、通帳の写し</translation>
    </message>
    <message>
        <source>In the bank&apos;s file</source>
        <translation>振込ファイルでの表記</translation>
    </message>
    <message>
        <source>May be chosen until (empty: no end)</source>
        <translation>有効期限（空欄は期限なし）</translation>
    </message>
    <message>
        <source>Register the change (&amp;R)</source>
        <translation>変更を登録する(&amp;R)</translation>
    </message>
    <message>
        <source>Where the account is somebody else&apos;s there has to be a mandate with its day.</source>
        <translation>口座名義が債権者本人でないときは、委任状の日付が必要です。</translation>
    </message>
    <message>
        <source>That is no day.</source>
        <translation>日付として読み取れません。</translation>
    </message>
    <message>
        <source>The holder is not read as the payee is. Is the account somebody else&apos;s?</source>
        <translation>口座名義の読みが債権者のカナと違います。本人以外の口座ではありませんか。</translation>
    </message>
</context>
<context>
    <name>kessai::PayeeImportCard</name>
    <message>
        <source>Import (&amp;I)</source>
        <translation>取り込む(&amp;I)</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Payees from a file</source>
        <translation>ファイルからの債権者の取込み</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>These payees are registered already. Nothing would change.</source>
        <translation>すべて登録済みです。変わるものはありません。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New: %n payee(s)</source>
        <translation>
            <numerusform>新規 %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n payee(s)</source>
        <translation>
            <numerusform>変更 %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As they are: %n payee(s)</source>
        <translation>
            <numerusform>変更なし %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported. Mend the file and choose it again.</source>
        <translation>1件も取り込んでいません。ファイルを直して、選び直してください。</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>%1行目</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>ファイル</translation>
    </message>
</context>
<context>
    <name>kessai::PayeeImportText</name>
    <message>
        <source>Takes payees and their accounts from a table, as CP932 or UTF-8, below the head %1. A payee that is different becomes a new revision; those the table does not contain stay. A table with a row that is not as it should be is refused whole.</source>
        <translation>債権者と口座を表のファイル（CP932またはUTF-8）から取り込みます。見出しは「%1」です。内容の異なる債権者は新しい版になり、表にない債権者はそのまま残ります。正しくない行が1つでもあるファイルは、全体を受け付けません。</translation>
    </message>
    <message>
        <source>The table of payees.</source>
        <translation>債権者の表（CSV）。</translation>
    </message>
    <message>
        <source>Shows what would change, and changes nothing.</source>
        <translation>何が変わるかを表示するだけで、何も変えません。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1行目: %2</translation>
    </message>
    <message>
        <source>New: %1, changed: %2, as they are: %3.</source>
        <translation>新規: %1件、変更: %2件、変わらないもの: %3件。</translation>
    </message>
    <message>
        <source>The payees of %1 are up to date.</source>
        <translation>%1 の債権者を取り込みました。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変えていません。</translation>
    </message>
</context>
<context>
    <name>kessai::PayeeModel</name>
    <message>
        <source>%1 (ended on %2)</source>
        <translation>%1（%2で終了）</translation>
    </message>
    <message>
        <source>%1 (somebody else&apos;s account)</source>
        <translation>%1（名義相違）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>登録番号</translation>
    </message>
</context>
<context>
    <name>kessai::PayeePicker</name>
    <message>
        <source>Code %1</source>
        <translation>コード %1</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>口座 %1</translation>
    </message>
    <message>
        <source>paid to somebody else by mandate</source>
        <translation>委任状により本人以外の口座へ支払</translation>
    </message>
    <message>
        <source>Name, reading, code or registration number</source>
        <translation>名称・カナ・コード・登録番号</translation>
    </message>
    <message>
        <source>Payees found</source>
        <translation>見つかった債権者</translation>
    </message>
    <message>
        <source>No payee is found. The accounting section registers them.</source>
        <translation>該当する債権者がありません。登録は会計課に依頼してください。</translation>
    </message>
    <message>
        <source>There are more than these: type more of the name.</source>
        <translation>ほかにもあります。名称をもう少し入力してください。</translation>
    </message>
</context>
<context>
    <name>kessai::PayeesPage</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>May be chosen until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>New payee (&amp;N)</source>
        <translation>新しい債権者(&amp;N)</translation>
    </message>
    <message>
        <source>From a file… (&amp;F)</source>
        <translation>ファイルから…(&amp;F)</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>続きを表示</translation>
    </message>
    <message>
        <source>Code, name, reading or registration number</source>
        <translation>コード・名称・カナ・登録番号</translation>
    </message>
    <message>
        <source>Payees</source>
        <translation>債権者</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更の履歴</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>%1を登録しました。</translation>
    </message>
    <message>
        <source>The payees of %1 are registered.</source>
        <translation>%1の債権者を登録しました。</translation>
    </message>
    <message>
        <source>No payees yet</source>
        <translation>債権者がまだ登録されていません</translation>
    </message>
    <message>
        <source>Take them over from the program before, or register the first at the right.</source>
        <translation>これまでのシステムの表を取り込むか、右の欄で1件目を登録してください。</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>該当する債権者がありません</translation>
    </message>
    <message>
        <source>Try a part of the name, or how it is read.</source>
        <translation>名称やカナの一部で検索してみてください。</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>新規登録</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <extracomment>When, who and why.</extracomment>
        <translation>%1&#x3000;%2：%3</translation>
    </message>
    <message>
        <source>New payee</source>
        <translation>新しい債権者</translation>
    </message>
    <message>
        <source>A table of payees</source>
        <translation>債権者の表</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>表 (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>What was typed is not registered. Drop it?</source>
        <translation>入力した内容は登録されていません。破棄しますか。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>破棄する</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentCard</name>
    <message>
        <source>Day of payment</source>
        <translation>支払日</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason (it is kept with the batch)</source>
        <translation>理由（支払の記録に残ります）</translation>
    </message>
    <message>
        <source>Cases that were replayed</source>
        <translation>検証した案件</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>理由を書いてください。</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentChip</name>
    <message>
        <source>Came back</source>
        <translation>組戻し</translation>
    </message>
    <message>
        <source>Paid %1</source>
        <translation>支払済 %1</translation>
    </message>
    <message>
        <source>Pays %1</source>
        <translation>支払予定 %1</translation>
    </message>
    <message>
        <source>Paid</source>
        <extracomment>Of a voucher, with the day.</extracomment>
        <translation>支払済</translation>
    </message>
    <message>
        <source>To be paid</source>
        <extracomment>Of a voucher, with the day on which it will be paid.</extracomment>
        <translation>支払予定</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentPage</name>
    <message>
        <source>Account paid from…</source>
        <translation>振込元の口座…</translation>
    </message>
    <message>
        <source>Write it again…</source>
        <translation>再出力…</translation>
    </message>
    <message>
        <source>Give it up…</source>
        <translation>取りやめ…</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>一覧を印刷…</translation>
    </message>
    <message>
        <source>Payments %1</source>
        <comment>name of a file</comment>
        <translation>支払一覧 %1</translation>
    </message>
    <message>
        <source>Days of payment and batches</source>
        <translation>支払日と振込データ</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支払</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>The file was not written: %1</source>
        <translation>振込データを書き出せませんでした：%1</translation>
    </message>
    <message>
        <source>The account paid from is registered.</source>
        <translation>振込元の口座を登録しました。</translation>
    </message>
    <message>
        <source>%1, batch %2</source>
        <translation>%1支払 第%2号</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1まで</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 yen</source>
        <translation>%1円</translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) out</source>
        <translation>
            <numerusform>除外 %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is to be paid</source>
        <translation>支払うものはありません</translation>
    </message>
    <message>
        <source>Decided vouchers come here by their day of payment.</source>
        <translation>決裁された支出命令が、支払日ごとにここに並びます。</translation>
    </message>
    <message>
        <source>This batch was changed behind the notary&apos;s back, and nothing is done with it. Tell whoever looks after the database: %1</source>
        <translation>この支払の記録は決裁デスクを通さずに書き換えられています。処理できません。システム管理者に知らせてください：%1</translation>
    </message>
    <message>
        <source>Nothing of this may be paid. The last column says why.</source>
        <translation>支払えるものがありません。理由は「状態」の欄にあります。</translation>
    </message>
    <message>
        <source>Register the account the city pays from first.</source>
        <translation>先に振込元の口座を登録してください。</translation>
    </message>
    <message>
        <source>Prepare the transfer</source>
        <translation>振込データを作る</translation>
    </message>
    <message>
        <source>Each case is replayed before it is paid.</source>
        <translation>支払う前に、案件を1件ずつ検証しています。</translation>
    </message>
    <message>
        <source>Make it and save the file</source>
        <translation>作成して保存</translation>
    </message>
    <message>
        <source>Stays out: %1 %2 (%3)</source>
        <translation>除外：%1 %2（%3）</translation>
    </message>
    <message>
        <source>Look again: %1 %2 is paid to an account registered after the decision.</source>
        <translation>要確認：%1 %2 は、決裁後に登録された口座に振り込みます。</translation>
    </message>
    <message numerus="yes">
        <source>%n of it in cash at the counter</source>
        <translation>
            <numerusform>うち窓口払 %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose today or a day after it.</source>
        <translation>今日以後の日を選んでください。</translation>
    </message>
    <message>
        <source>Banks do not work on that day.</source>
        <translation>その日は金融機関の休業日です。</translation>
    </message>
    <message>
        <source>Some of it is to be paid only later.</source>
        <translation>支払予定日がこの日より後のものがあります。</translation>
    </message>
    <message numerus="yes">
        <source>A batch of %n payment(s) is made.</source>
        <translation>
            <numerusform>%n件の支払をまとめました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the bank&apos;s file</source>
        <translation>振込データの保存</translation>
    </message>
    <message>
        <source>The bank&apos;s file is written: %1</source>
        <translation>振込データを保存しました：%1</translation>
    </message>
    <message>
        <source>Write the bank&apos;s file again</source>
        <translation>振込データの再出力</translation>
    </message>
    <message>
        <source>The same bytes are written. That it was done, by whom and why is kept with the batch.</source>
        <translation>同じ内容をもう一度書き出します。だれがなぜ再出力したかが記録に残ります。</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>再出力</translation>
    </message>
    <message>
        <source>It can be confirmed on its day, %1.</source>
        <translation>支払日（%1）になると確認できます。</translation>
    </message>
    <message numerus="yes">
        <source>%n came back</source>
        <translation>
            <numerusform>組戻し %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it was paid</source>
        <translation>支払済にする</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>支払済にする</translation>
    </message>
    <message>
        <source>The payments of %1 are confirmed.</source>
        <translation>%1の支払を確認しました。</translation>
    </message>
    <message>
        <source>Came back from the bank</source>
        <translation>組戻し</translation>
    </message>
    <message>
        <source>%1 %2: %3 yen. It is to be paid again in another batch.</source>
        <translation>%1 %2 %3円。別の支払でもう一度支払います。</translation>
    </message>
    <message>
        <source>It came back</source>
        <translation>組戻しにする</translation>
    </message>
    <message>
        <source>One payment came back.</source>
        <translation>1件を組戻しにしました。</translation>
    </message>
    <message>
        <source>Give the batch up</source>
        <translation>この支払を取りやめる</translation>
    </message>
    <message>
        <source>No file was written of it. Its payments are to be made in another batch.</source>
        <translation>振込データはまだ出力していません。支払は別の回にまとめ直します。</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>取りやめる</translation>
    </message>
    <message>
        <source>The batch is given up.</source>
        <translation>この支払を取りやめました。</translation>
    </message>
    <message>
        <source>The list went to the printer.</source>
        <translation>一覧を印刷しました。</translation>
    </message>
    <message>
        <source>Came back…</source>
        <translation>組戻し…</translation>
    </message>
    <message>
        <source>Prepare the transfer…</source>
        <translation>振込データを作る…</translation>
    </message>
    <message>
        <source>Save the bank&apos;s file…</source>
        <translation>振込データを保存…</translation>
    </message>
    <message>
        <source>All of it was paid…</source>
        <translation>支払済にする…</translation>
    </message>
    <message>
        <source>The printer did not answer; nothing was printed.</source>
        <translation>プリンターが応答しません。印刷していません。</translation>
    </message>
    <message>
        <source>Nothing is written or paid for a day that is over, and nothing confirmed before its day. Give the batch up and make another.</source>
        <translation>過ぎた日の振込データは作れず、支払日より前に支払済にもできません。この回を取りやめて、別の日で作り直してください。</translation>
    </message>
    <message>
        <source>You registered the new account of %1 yourself: a colleague makes the batch.</source>
        <translation>%1 の新しい口座はあなたが登録したため、ほかの職員が支払をまとめてください。</translation>
    </message>
    <message>
        <source>%1 is paid already, or may not be paid now. Read the list again: it shows why.</source>
        <translation>%1 は支払済か、今は支払えません。一覧を読み直すと理由が分かります。</translation>
    </message>
    <message>
        <source>Look again: %1 %2 was in a file for %3 that was given up. Make sure that the bank did not carry it out.</source>
        <translation>要確認：%1 %2 は、取りやめた%3の振込データに入っていました。銀行で処理されていないことを確かめてください。</translation>
    </message>
    <message>
        <source>Some of it may not be paid any more on that day: books are closed after 31 May, and payees are registered until a day.</source>
        <translation>その日には支払えないものがあります（出納閉鎖の5月31日の後、または債権者の登録の期限の後）。</translation>
    </message>
    <message>
        <source>Batches before %1</source>
        <translation>%1より前の回も表示</translation>
    </message>
    <message>
        <source>Its file was written: make sure that the bank does not carry it out. Somebody else than who wrote it gives it up; its payments are to be made in another batch.</source>
        <translation>振込データは出力済みです。銀行で処理されないことを確かめてください。取りやめは、出力した人とは別の職員が行います。支払は別の回で行います。</translation>
    </message>
    <message>
        <source>You wrote the file of this batch yourself: a colleague gives it up, once the bank has answered that it does not carry it out. Where nobody else is there, the administrator gives the role of accounting to another post.</source>
        <translation>この回の振込データを出力したのはあなたです。取りやめは、銀行で処理されないことを確かめたうえで、会計課のほかの職員が行います。ほかにだれもいないときは、管理者が別の職に会計の役割を付けます。</translation>
    </message>
    <message>
        <source>Look again: %1 %2 was in the file for %3 and came back. Make sure that the money is with the city again.</source>
        <translation>確認：%1 %2は、%3の振込データに入り、組戻しになりました。返金されていることを確かめてください。</translation>
    </message>
    <message>
        <source>The mark is taken off %1.</source>
        <translation>%1の組戻しの印を外しました。</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentPlaceModel</name>
    <message>
        <source>Not written</source>
        <translation>未出力</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>出力済</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払済</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>取りやめ</translation>
    </message>
    <message>
        <source>Until today</source>
        <translation>今日まで</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <comment>count</comment>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>超過 %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>Day of payment</source>
        <translation>支払日</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>未確認</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentPresenter</name>
    <message>
        <source>%1 It is recorded as written: write it again.</source>
        <translation>%1 出力済として記録されています。「再出力」で保存してください。</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentRowModel</name>
    <message>
        <source>In cash</source>
        <translation>窓口払</translation>
    </message>
    <message>
        <source>Account changed since</source>
        <translation>決裁後に口座変更</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1から遅延</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>組戻し：%1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>債権者</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Was in a file for %1 that was given up</source>
        <translation>取りやめた%1の振込データにあり</translation>
    </message>
    <message>
        <source>Came back from the file for %1, to be paid again</source>
        <translation>組戻し（%1の振込データ）・再支払</translation>
    </message>
    <message>
        <source>Given up</source>
        <comment>a file a payment was in</comment>
        <translation>取りやめ</translation>
    </message>
    <message>
        <source>Came back</source>
        <comment>a payment from the bank</comment>
        <translation>組戻し</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>口座変更</translation>
    </message>
    <message>
        <source>Came back: %1 (recorded once the batch is confirmed)</source>
        <translation>組戻し：%1（未記録。支払済にすると記録されます）</translation>
    </message>
    <message>
        <source>Day of payment</source>
        <translation>支払日</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentSheetPaper</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>List of payments</source>
        <translation>支払一覧</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件番号</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>債権者</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>記録 %1</translation>
    </message>
    <message>
        <source>Section, subject</source>
        <translation>所属・件名</translation>
    </message>
    <message>
        <source>%1: %2, %3 %4</source>
        <comment>what was done, by whom, day and time</comment>
        <translation>%1&#x3000;%2&#x3000;%3 %4</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentsText</name>
    <message>
        <source>Writes the bank&apos;s file (総合振込) of a batch of payments, and records that it was written: once, and again only for a reason, with the same bytes. For the accounting section: on a server, whoever signs in; in a file, whoever --as names.</source>
        <translation>支払の回の振込データ（総合振込）を保存し、保存したことを記録します。保存は1回で、再出力には理由が要り、同じ内容に限ります。会計課の職員が行います（サーバーでは接続した職員、ファイルでは --as で指定した職員）。</translation>
    </message>
    <message>
        <source>The number of the batch.</source>
        <translation>支払の回の番号。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>書き出すファイル。</translation>
    </message>
    <message>
        <source>Why it is written again.</source>
        <translation>再出力の理由。</translation>
    </message>
    <message>
        <source>Who writes it, where the office is a file: somebody of the accounting section.</source>
        <translation>ファイルのときに、保存する会計課の職員のログイン名。</translation>
    </message>
    <message>
        <source>--batch is a number from 1.</source>
        <translation>--batch は1以上の番号です。</translation>
    </message>
    <message>
        <source>--out is missing.</source>
        <translation>--out がありません。</translation>
    </message>
    <message>
        <source>--as is missing: a file does not know who signs in.</source>
        <translation>--as がありません。ファイルでは、だれが行うかを指定してください。</translation>
    </message>
    <message>
        <source>Nobody on the staff today signs in as %1.</source>
        <translation>%1 というログイン名の職員は、今日の職員の中にいません。</translation>
    </message>
    <message>
        <source>There is no batch %1.</source>
        <translation>第%1回の支払はありません。</translation>
    </message>
    <message>
        <source>The batch is not what was done to it; verify says more.</source>
        <translation>この回の記録は、行われた処理と一致しません。verify が詳しく示します。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。上書きしていません。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 に書き込めません (%2)。</translation>
    </message>
    <message>
        <source>It is recorded as written: write it again, for that reason.</source>
        <translation>保存したと記録されています。その理由を付けて、もう一度保存してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) of %1 written to %2.</source>
        <translation>
            <numerusform>%1 の振込%n件を %2 に書き出しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::PayrollText</name>
    <message>
        <source>Writes what is paid for the overtime of a closed month into a CSV file for the payroll system: a line for each person and rate, with minutes and rounded hours. docs/payroll.md describes the file.</source>
        <translation>締めた月の時間外勤務手当の支給時間を、給与システム用のCSVファイルに書き出します。職員・支給割合ごとに1行で、分と端数処理後の時間を書きます。ファイルの形式は docs/payroll.md にあります。</translation>
    </message>
    <message>
        <source>The month, which has to be closed.</source>
        <translation>対象の月。締められていなければなりません。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>書き出すファイル。</translation>
    </message>
    <message>
        <source>--month is a month as in 2026-11.</source>
        <translation>--month は 2026-11 のような月です。</translation>
    </message>
    <message>
        <source>--out is missing.</source>
        <translation>--out がありません。</translation>
    </message>
    <message>
        <source>%1 is not closed.</source>
        <translation>%1 は締められていません。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。手を付けていません。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 に書けません（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1.</source>
        <translation>
            <numerusform>%n行を %1 に書きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The encoding of the file: utf-8 (as it is by itself) or cp932.</source>
        <translation>ファイルの文字コード。utf-8（指定のないとき）または cp932。</translation>
    </message>
    <message>
        <source>--encoding is utf-8 or cp932.</source>
        <translation>--encoding は utf-8 か cp932 です。</translation>
    </message>
    <message>
        <source>Row %1, %2 %3: CP932 does not have %4.</source>
        <translation>%1行目、%2 %3: CP932にない文字「%4」があります。</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 は書き出していません。</translation>
    </message>
</context>
<context>
    <name>kessai::PersonButton</name>
    <message>
        <source>Signed in as %1, %2</source>
        <translation>%1（%2）でサインイン中</translation>
    </message>
</context>
<context>
    <name>kessai::PostsPage</name>
    <message>
        <source>From</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Register the successor (&amp;S)</source>
        <translation>引継ぎ先を登録(&amp;S)</translation>
    </message>
    <message>
        <source>The stand-ins of %1 are registered.</source>
        <translation>%1 の代決者を登録しました。</translation>
    </message>
    <message>
        <source>Waiting for nobody</source>
        <translation>行き先のない案件</translation>
    </message>
    <message>
        <source>Successors of abolished posts</source>
        <translation>廃止された職の引継ぎ先</translation>
    </message>
    <message>
        <source>What waits for the old post waits for the new one.</source>
        <translation>廃止された職で待つ案件は、引継ぎ先の職に回ります。</translation>
    </message>
    <message>
        <source>Abolished post</source>
        <translation>廃止された職</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>引継ぎ先</translation>
    </message>
    <message>
        <source>Stand-ins</source>
        <translation>代決者</translation>
    </message>
    <message>
        <source>While a decider is away, the first in the list who is there decides.</source>
        <translation>決裁者が不在のとき、在席している先順位の職が代決します。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>An abolished post and the one its work went to.</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>No successor is registered.</source>
        <translation>登録されている引継ぎ先はありません。</translation>
    </message>
    <message>
        <source>Nothing waits for nobody.</source>
        <translation>行き先のない案件はありません。</translation>
    </message>
    <message>
        <source>The post is vacant: it goes on when somebody is appointed, or a superior pulls it up.</source>
        <translation>職は空席です。後任が発令されるか、上位者が引き上げると進みます。</translation>
    </message>
    <message numerus="yes">
        <source>%1 ・ %n step(s), the oldest since %2</source>
        <translation>
            <numerusform>%1 ・ %n件（最も古いものは %2 から）</numerusform>
        </translation>
    </message>
    <message>
        <source>Successor of %1</source>
        <translation>%1 の引継ぎ先</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>What waits for %1 goes to %2.</source>
        <translation>%1 の案件は %2 へ回ります。</translation>
    </message>
    <message>
        <source>%1 has no successor any more.</source>
        <translation>%1 の引継ぎを終了しました。</translation>
    </message>
    <message>
        <source>Who acts as %1</source>
        <translation>%1の事務取扱を置く人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why, such as a long illness</source>
        <translation>理由（長期の病気休暇など）</translation>
    </message>
    <message>
        <source>Appoint as acting</source>
        <translation>事務取扱を置く</translation>
    </message>
    <message>
        <source>%1 acts as %2 from today on.</source>
        <translation>%1が、今日から%2の事務取扱です。</translation>
    </message>
    <message>
        <source>This person has left: an administrator addresses it to another post.</source>
        <translation>この職員は退職しています。管理者が別の職に宛先を替えます。</translation>
    </message>
    <message>
        <source>Steps of vacant posts, of people who have left, and of people who are away for long with nobody in their place.</source>
        <translation>空席の職、退職した人、長く不在で代わりのいない人の段階です。</translation>
    </message>
    <message>
        <source>Nobody who may act on it is there for long: it goes on when a deputy is registered, a superior pulls it up, or an administrator addresses it to another post.</source>
        <translation>処理できる人がいないか、長く不在です。代理者を登録するか、上司が引き上げるか、管理者が別の職に宛先を替えると、先へ進みます。</translation>
    </message>
</context>
<context>
    <name>kessai::PreparedChanges</name>
    <message>
        <source>Prepared, and secret until then</source>
        <translation>準備したもの（その日まで非公開）</translation>
    </message>
    <message>
        <source>Could not be put in force, and what is prepared</source>
        <translation>使えなかったものと、準備したもの</translation>
    </message>
    <message>
        <source>What was prepared for %1 could not be put in force: something it rests on had changed. Nothing of it was used. Take it into the draft, put it right and use it from today, or put it aside.</source>
        <translation>%1の変更は、前提になる組織が変わっていたため、使えませんでした。この変更は、一部も使われていません。草案に入れて直し、今日から使うか、片付けてください。</translation>
    </message>
    <message>
        <source>Into the draft</source>
        <translation>草案に入れる</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>片付ける</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Take it instead of what is in the draft?</source>
        <translation>いまの草案の代わりに、これを草案に入れますか。</translation>
    </message>
    <message>
        <source>Press again to put it aside</source>
        <translation>もう一度押すと片付けます</translation>
    </message>
    <message>
        <source>Press again to take it back</source>
        <translation>もう一度押すと取り消します</translation>
    </message>
    <message>
        <source>A change that was prepared cannot be read, and is not put in force. Nothing of it is used. Put it aside.</source>
        <translation>準備した変更が読み取れないため、使われません。この変更は、一部も使われません。片付けてください。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::Print</name>
    <message>
        <source>Page %1</source>
        <translation>%1ページ</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>番号&#x3000;%1</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>filed</source>
        <comment>act in a stamp</comment>
        <translation>起案</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1（%2 代）</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>申請日</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付</translation>
    </message>
    <message>
        <source>%1 %2 (%3): %4</source>
        <translation>%1&#x3000;%2（%3）：%4</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考・意見</translation>
    </message>
    <message numerus="yes">
        <source>Decided electronically; names, posts, times and acts are as recorded. History of %n act(s), SHA-256 %1</source>
        <translation>
            <numerusform>押印に代えて電子的に決裁しました。氏名・職・日時・行為は記録のとおりです。履歴 %n件&#x3000;SHA-256 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (stand-in)</source>
        <translation>%1（代）</translation>
    </message>
    <message>
        <source>decided as stand-in</source>
        <comment>act in a stamp</comment>
        <translation>代決</translation>
    </message>
    <message>
        <source>%1, pulled up</source>
        <comment>act in a stamp</comment>
        <translation>%1（引上げ）</translation>
    </message>
    <message>
        <source>%1, still stands</source>
        <comment>act in a stamp</comment>
        <translation>%1（前回のまま有効）</translation>
    </message>
    <message>
        <source>read by %1, %2</source>
        <comment>name, day</comment>
        <translation>後閲 %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Not decided; names, posts, times and acts are as recorded. History of %n act(s), SHA-256 %1</source>
        <translation>
            <numerusform>決裁されていません。氏名・職・日時・行為は記録のとおりです。経過%n件、SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ordered electronically and not examined yet; names, posts, times and acts are as recorded. History of %n act(s), SHA-256 %1</source>
        <translation>
            <numerusform>電子的に命令しました（審査は済んでいません）。氏名・職・日時・行為は記録のとおりです。履歴 %n件&#x3000;SHA-256 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>¥%1</source>
        <translation>%1円</translation>
    </message>
</context>
<context>
    <name>kessai::ProofPane</name>
    <message>
        <source>Proof</source>
        <translation>証拠書類</translation>
    </message>
    <message>
        <source>%1 (commitment)</source>
        <translation>%1（負担行為）</translation>
    </message>
    <message>
        <source>No proof is attached</source>
        <translation>証拠書類がありません</translation>
    </message>
    <message>
        <source>Neither the voucher nor its commitment has papers you may read.</source>
        <translation>伝票にも、もとの支出負担行為にも、読める添付がありません。</translation>
    </message>
    <message>
        <source>%1 p. %2</source>
        <comment>a file, a page of it</comment>
        <translation>%1 %2頁</translation>
    </message>
    <message>
        <source>%1 (order)</source>
        <translation>%1（元の命令）</translation>
    </message>
</context>
<context>
    <name>kessai::QueueModel</name>
    <message>
        <source>term %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>至急</translation>
    </message>
    <message>
        <source>May be paid late</source>
        <translation>期限を過ぎるおそれ</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>今週</translation>
    </message>
    <message>
        <source>From next week on</source>
        <translation>来週以降</translation>
    </message>
    <message>
        <source>On its way here</source>
        <translation>これから届くもの</translation>
    </message>
    <message>
        <source>%1  %2  ¥%3</source>
        <comment>group, how many, how much</comment>
        <translation>%1&#x3000;%2&#x3000;¥%3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln voucher(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>The term ends on %1</source>
        <translation>支払期限 %1</translation>
    </message>
    <message>
        <source>now with %1</source>
        <translation>今は%1</translation>
    </message>
    <message>
        <source>Day of payment</source>
        <translation>支払予定日</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>days until the payment</comment>
        <translation>残り</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>債権者</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Examined, not ordered yet</source>
        <translation>審査済・命令待ち</translation>
    </message>
    <message>
        <source>examine by %1</source>
        <translation>審査 %1まで</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>To be examined by</source>
        <translation>審査の期限</translation>
    </message>
    <message>
        <source>Term of payment</source>
        <translation>支払期限</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>案件番号</translation>
    </message>
    <message>
        <source>Kind of voucher</source>
        <translation>伝票の種類</translation>
    </message>
    <message>
        <source>Drafter</source>
        <translation>起案者</translation>
    </message>
    <message>
        <source>Now with</source>
        <translation>今の場所</translation>
    </message>
    <message>
        <source>pay back by</source>
        <translation>返納期限</translation>
    </message>
    <message>
        <source>To be paid back by</source>
        <translation>返納期限</translation>
    </message>
    <message>
        <source>to be paid back by %1</source>
        <translation>返納期限 %1</translation>
    </message>
</context>
<context>
    <name>kessai::QuietBanner</name>
    <message>
        <source>Close this message</source>
        <translation>このお知らせを閉じる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kessai::ReaderHead</name>
    <message>
        <source>Meetings</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>一覧へ戻る（Esc）</translation>
    </message>
    <message>
        <source>Who is there, who speaks, votes, what was decided (F7)</source>
        <translation>出席、発言、採決、決まったこと（F7）</translation>
    </message>
    <message>
        <source>The list of what is written on the pages (F6)</source>
        <translation>ページに書いたものの一覧（F6）</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>準備・変更</translation>
    </message>
    <message>
        <source>Change the agenda, the papers and the members</source>
        <translation>議題、資料、出席者を変えます</translation>
    </message>
    <message>
        <source>More for this meeting</source>
        <translation>この会議のほかの操作</translation>
    </message>
</context>
<context>
    <name>kessai::ReaderNews</name>
    <message>
        <source>Show it</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>今すぐ接続</translation>
    </message>
</context>
<context>
    <name>kessai::RemarkList</name>
    <message>
        <source>What there is to know of the voucher</source>
        <translation>伝票について確かめること</translation>
    </message>
</context>
<context>
    <name>kessai::RenderFailureText</name>
    <message>
        <source>This file is protected by a password</source>
        <translation>このファイルはパスワードで保護されています</translation>
    </message>
    <message>
        <source>Enter the password to view it here.</source>
        <translation>パスワードを入力すると、ここで表示できます。</translation>
    </message>
    <message>
        <source>This file is broken</source>
        <translation>このファイルは壊れています</translation>
    </message>
    <message>
        <source>It ends too early or is not what its name says. Ask whoever attached it for a good copy.</source>
        <translation>途中で切れているか、名前と中身が一致していません。添付した人に正しいファイルを依頼してください。</translation>
    </message>
    <message>
        <source>This file is too large to be shown here</source>
        <translation>このファイルは大きすぎて表示できません</translation>
    </message>
    <message>
        <source>Save a copy and open it with another program.</source>
        <translation>コピーを保存して、別のプログラムで開いてください。</translation>
    </message>
    <message>
        <source>Opening this file took too long</source>
        <translation>ファイルを開くのに時間がかかりすぎました</translation>
    </message>
    <message>
        <source>It was stopped so that nothing else has to wait. It may be damaged or made to do harm.</source>
        <translation>ほかの作業を止めないよう中断しました。壊れているか、不正なファイルの可能性があります。</translation>
    </message>
    <message>
        <source>This file cannot be shown</source>
        <translation>このファイルは表示できません</translation>
    </message>
    <message>
        <source>Drawing it failed twice. Nothing else was affected. It may be damaged or made to do harm.</source>
        <translation>描画に2回失敗しました。ほかへの影響はありません。壊れているか、不正なファイルの可能性があります。</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here</source>
        <translation>この種類のファイルはここで表示できません</translation>
    </message>
    <message>
        <source>PDF files and images are shown. Save a copy and open it with the program it was made with.</source>
        <translation>表示できるのはPDFと画像です。コピーを保存し、作成元のプログラムで開いてください。</translation>
    </message>
    <message>
        <source>The viewer could not be started</source>
        <translation>表示用プログラムを起動できませんでした</translation>
    </message>
    <message>
        <source>The program kessai-render is missing or cannot protect itself on this computer. Tell your administrator.</source>
        <translation>kessai-render が見つからないか、このパソコンでは安全に動かせません。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>This page is too large to be shown</source>
        <translation>このページは大きすぎて表示できません</translation>
    </message>
    <message>
        <source>Save a copy of the file and open it with another program.</source>
        <translation>ファイルのコピーを保存し、別のプログラムで開いてください。</translation>
    </message>
    <message>
        <source>Drawing this page took too long</source>
        <translation>このページの描画に時間がかかりすぎました</translation>
    </message>
    <message>
        <source>It was stopped. Click here or press Enter to try again with more time.</source>
        <translation>中断しました。クリックするかEnterキーで、時間を延ばしてやり直します。</translation>
    </message>
    <message>
        <source>This page cannot be shown</source>
        <translation>このページは表示できません</translation>
    </message>
    <message>
        <source>Drawing it failed twice. Click here or press Enter to try again.</source>
        <translation>描画に2回失敗しました。クリックするかEnterキーでやり直します。</translation>
    </message>
    <message>
        <source>It is broken in the file.</source>
        <translation>ファイルの中で壊れています。</translation>
    </message>
</context>
<context>
    <name>kessai::RerouteCard</name>
    <message>
        <source>Address it there</source>
        <translation>宛先を替える</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>To which post</source>
        <translation>宛先の職</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why; it stands in the history of the case</source>
        <translation>理由（案件の経過に残ります）</translation>
    </message>
    <message>
        <source>Address one case to another post</source>
        <translation>一つの案件の宛先を替える</translation>
    </message>
    <message>
        <source>Only whom it waits for changes. A decision goes to a superior only.</source>
        <translation>待っている宛先だけが替わります。決裁は上司にだけ回せます。</translation>
    </message>
    <message>
        <source>You are asked about this case yourself, or there is no post to which it may go.</source>
        <translation>自分が関わる案件であるか、回せる職がありません。</translation>
    </message>
    <message>
        <source>%1 goes on at %2.</source>
        <translation>%1を%2に回しました。</translation>
    </message>
    <message>
        <source>It waits for %1. Where it is returned and filed again, the rules say anew whom it asks.</source>
        <translation>待っている段階は%1です。差し戻されて出し直されると、宛先は規則のとおりに決め直されます。</translation>
    </message>
    <message>
        <source>Press again: it stays in the history</source>
        <translation>もう一度押すと替え、経過に残ります</translation>
    </message>
    <message>
        <source>By what you registered or changed yourself nobody is there: another administrator addresses it, or you register a deputy or somebody to hold the post.</source>
        <translation>処理できる人がいないのは、あなたの登録や変更（不在、代理、代決、任用など）によるものです。ほかの管理者が宛先を替えるか、代理者か事務取扱を置くか、代決者の一覧を戻してください。</translation>
    </message>
</context>
<context>
    <name>kessai::RestoreText</name>
    <message>
        <source>Makes a new database of what backup kept, brings it up to date with this program, and holds it to the anchor that was kept with it. Nothing is left of a database that is not what was backed up. On a server everybody gets a login role again; passwords are no part of a backup, and --passwords makes new ones for those who have none.</source>
        <translation>backup の控えから新しいデータベースを作り、このプログラムの版に合わせ、一緒に控えたアンカーと照合します。控えたときと違うものは、残しません。サーバーでは全員のログインロールを作り直します。パスワードは控えに含まれないため、ないものは --passwords で新しく作ります。</translation>
    </message>
    <message>
        <source>The folder backup made.</source>
        <translation>backup が作ったフォルダー。</translation>
    </message>
    <message>
        <source>Invents a password for everybody whose login role the server does not have yet, and writes them to a file.</source>
        <translation>サーバーにまだログインロールがない人のパスワードを作り、ファイルに書き出します。</translation>
    </message>
    <message>
        <source>--from FOLDER is missing.</source>
        <translation>--from フォルダー がありません。</translation>
    </message>
    <message>
        <source>This cannot be restored (%1).</source>
        <translation>復元できません (%1)。</translation>
    </message>
    <message>
        <source>The backup is not what was backed up, and nothing was restored (%1).</source>
        <translation>控えの内容が控えたときと違うため、何も復元していません (%1)。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。上書きしていません。</translation>
    </message>
    <message>
        <source>%1 is what it was on %2 (Japan): cases %3 (drafts apart), acts %4. See verify for the rest.</source>
        <translation>%1 を %2 (日本時間) の状態に復元しました。案件 %3 件（下書きを除く）、行為 %4 件。くわしくは verify で確かめてください。</translation>
    </message>
</context>
<context>
    <name>kessai::ReturnBox</name>
    <message>
        <source>Return (Ctrl+Enter)</source>
        <translation>差し戻す (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Why it goes back</source>
        <translation>差戻しの理由</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>理由を選んでください</translation>
    </message>
    <message>
        <source>Said besides</source>
        <translation>補足</translation>
    </message>
    <message>
        <source>What is to be mended (optional)</source>
        <translation>直すところ（任意）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>kessai::RightsText</name>
    <message>
        <source>Tells who administers the office and who audits it. With --give or --take people get one of these rights or lose it, from this moment on, also in windows that are open, for a reason that the history of changes keeps. Who audits does not administer, and an administrator is always left; two are better than one. The owner of the database runs it.</source>
        <translation>だれが管理者で、だれが監査の担当かを表示します。--give で権限を与え、--take で外します。その時から、開いている画面でも効き、理由は変更の履歴に残ります。監査の担当と管理者を兼ねることはできず、管理者は必ず1人は残ります（2人以上を勧めます）。データベースの所有者が実行します。</translation>
    </message>
    <message>
        <source>Who gets the right or loses it, by what they sign in with.</source>
        <translation>権限を与える人、外す人のログイン名。</translation>
    </message>
    <message>
        <source>Gives this right: administrator or auditor.</source>
        <translation>この権限を与えます（administrator は管理者、auditor は監査）。</translation>
    </message>
    <message>
        <source>Takes this right: administrator or auditor.</source>
        <translation>この権限を外します（administrator は管理者、auditor は監査）。</translation>
    </message>
    <message>
        <source>Why, in a line.</source>
        <translation>理由（1行）。</translation>
    </message>
    <message>
        <source>A right is either given or taken.</source>
        <translation>--give と --take は、どちらか一つです。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither administrator nor auditor.</source>
        <translation>「%1」は administrator でも auditor でもありません。</translation>
    </message>
    <message>
        <source>Say who gets the right or loses it, by what they sign in with.</source>
        <translation>権限を与える人、外す人のログイン名を書いてください。</translation>
    </message>
    <message>
        <source>--reason is missing, or longer than a line.</source>
        <translation>--reason がないか、長すぎます。</translation>
    </message>
    <message>
        <source>Logins and a reason go with --give or --take.</source>
        <translation>ログイン名と理由は、--give か --take と一緒に書きます。</translation>
    </message>
    <message>
        <source>Nobody signs in as &quot;%1&quot;.</source>
        <translation>「%1」でサインインする人はいません。</translation>
    </message>
    <message>
        <source>This is so already; nothing was changed.</source>
        <translation>すでにそのとおりです。何も変えていません。</translation>
    </message>
    <message>
        <source>%1 is not on the staff today.</source>
        <translation>%1は、今日は職員ではありません。</translation>
    </message>
    <message>
        <source>%1 has the other right: nobody administers and audits an office at once.</source>
        <translation>%1は、もう一方の権限を持っています。管理者と監査の担当を兼ねることはできません。</translation>
    </message>
    <message>
        <source>%1 is the last administrator: give somebody else the right first.</source>
        <translation>%1は最後の管理者です。先にほかの人に権限を与えてください。</translation>
    </message>
    <message>
        <source>Administrator: %1, since %2</source>
        <translation>管理者: %1（%2から）</translation>
    </message>
    <message>
        <source>Auditor: %1, since %2</source>
        <translation>監査: %1（%2から）</translation>
    </message>
    <message>
        <source>%1 (not on the staff today)</source>
        <translation>%1（今日は職員ではありません）</translation>
    </message>
    <message>
        <source>%1 is an administrator now.</source>
        <translation>%1を管理者にしました。</translation>
    </message>
    <message>
        <source>%1 is no administrator any more.</source>
        <translation>%1を管理者から外しました。</translation>
    </message>
    <message>
        <source>%1 is an auditor now.</source>
        <translation>%1を監査の担当にしました。</translation>
    </message>
    <message>
        <source>%1 is no auditor any more.</source>
        <translation>%1を監査の担当から外しました。</translation>
    </message>
</context>
<context>
    <name>kessai::RouteCard</name>
    <message>
        <source>%1: %2</source>
        <comment>kind of step: who is asked</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>起案</translation>
    </message>
</context>
<context>
    <name>kessai::RouteStrip</name>
    <message>
        <source>since today</source>
        <translation>本日到着</translation>
    </message>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>%n日滞留</numerusform>
        </translation>
    </message>
    <message>
        <source>filed</source>
        <translation>起案</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>(rule line %1)</source>
        <translation>（規則 %1）</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>否決</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>空席</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Route</source>
        <translation>承認経路</translation>
    </message>
    <message>
        <source>Route: %1</source>
        <translation>承認経路：%1</translation>
    </message>
    <message>
        <source>acting for %1</source>
        <translation>%1の代決</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>your turn</source>
        <translation>あなたの番</translation>
    </message>
    <message>
        <source>done</source>
        <translation>済</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>否決</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>vacant post</source>
        <translation>空席</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>decided; %1</source>
        <translation>代決・%1</translation>
    </message>
    <message>
        <source>%1, pulled up</source>
        <translation>%1（引上げ）</translation>
    </message>
    <message>
        <source>%1, still stands</source>
        <translation>%1（前回のまま有効）</translation>
    </message>
    <message>
        <source>(decision table, row %1)</source>
        <translation>（専決表 %1の行）</translation>
    </message>
</context>
<context>
    <name>kessai::RowEditor</name>
    <message>
        <source>%1: amount in yen</source>
        <translation>%1：金額（円）</translation>
    </message>
    <message>
        <source>Code of the row</source>
        <translation>行の記号</translation>
    </message>
    <message>
        <source>Article of the rule book</source>
        <translation>根拠（規程の条項）</translation>
    </message>
    <message>
        <source>Kinds of case</source>
        <translation>案件の種類</translation>
    </message>
    <message>
        <source>Budget items (none ticked: all others)</source>
        <translation>節（選ばないと、ほかの行にない節すべて）</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>決裁する職</translation>
    </message>
    <message>
        <source>does not</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>below</source>
        <translation>未満</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>以下</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全額</translation>
    </message>
    <message>
        <source>Consulted</source>
        <translation>合議先</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>always</source>
        <translation>常に</translation>
    </message>
    <message>
        <source>from</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>above</source>
        <translation>超</translation>
    </message>
    <message>
        <source>Consult another post</source>
        <translation>合議先を加える</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>行を複写</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>行を消す</translation>
    </message>
</context>
<context>
    <name>kessai::RuleModel</name>
    <message>
        <source>%1  %2</source>
        <comment>number and kind of step</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>段階%1：%2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Whom, and when</source>
        <translation>だれに・いつ</translation>
    </message>
    <message>
        <source>Reason and regulation</source>
        <translation>理由・根拠</translation>
    </message>
</context>
<context>
    <name>kessai::RulePage</name>
    <message>
        <source>Revision of the route</source>
        <translation>経路の版</translation>
    </message>
    <message>
        <source>Route</source>
        <comment>name of a file</comment>
        <translation>承認経路</translation>
    </message>
    <message>
        <source>Route from a file</source>
        <translation>経路のファイル</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>Every case finds its way: it can be used.</source>
        <translation>どの案件にも決裁する人がいます。このまま使えます。</translation>
    </message>
    <message>
        <source>Steps of the route</source>
        <translation>経路の段階</translation>
    </message>
    <message>
        <source>Somebody else wrote a revision meanwhile. Save your draft as a file, give it up, and take the file into a draft of theirs.</source>
        <translation>ほかの管理者が先に次の版を書きました。草案をファイルに保存してからやめ、その版の草案にファイルから取り込んでください。</translation>
    </message>
    <message>
        <source>The route is in force from %1 on.</source>
        <translation>経路は%1から使われます。</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>段階を加える</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>段階 %1</translation>
    </message>
</context>
<context>
    <name>kessai::RulesText</name>
    <message>
        <source>Takes the route rule of a form from a table, as the settings save it (CP932 or UTF-8): a line for every step. It is checked as the settings check it; a table with anything to put right is refused whole. It is in force from a day to come on; cases that run keep their route.</source>
        <translation>様式の承認経路を、設定の画面で保存したものと同じ形の表（CP932またはUTF-8、段階ごとに1行）から取り込みます。設定の画面と同じように確かめ、直すところのある表は全部断ります。先の日から使われ、回議中の案件の経路は変わりません。</translation>
    </message>
    <message>
        <source>Writes the route rule of a form as a table that import-rules and the settings take again.</source>
        <translation>様式の承認経路を、import-rulesと設定の画面で取り込める表に書き出します。</translation>
    </message>
    <message>
        <source>The table of steps.</source>
        <translation>段階の表。</translation>
    </message>
    <message>
        <source>The code of the form, such as draft.</source>
        <translation>様式のコード（draftなど）。</translation>
    </message>
    <message>
        <source>The day from which it is in force, as 2027-04-01; tomorrow unless it is said.</source>
        <translation>使い始める日（2027-04-01の形）。なければ明日。</translation>
    </message>
    <message>
        <source>The day whose rule is written, as 2027-04-01; today unless it is said.</source>
        <translation>いつの経路を書き出すか（2027-04-01の形）。なければ今日。</translation>
    </message>
    <message>
        <source>Why, in a line; the name of the file unless it is said.</source>
        <translation>理由（1行）。なければファイルの名前。</translation>
    </message>
    <message>
        <source>Shows what would change, and changes nothing.</source>
        <translation>変わることを示すだけで、何も変えません。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>書き出すファイル。</translation>
    </message>
    <message>
        <source>Say which form by --form CODE.</source>
        <translation>どの様式かを --form CODE で指定してください。</translation>
    </message>
    <message>
        <source>Say which file to write by --out FILE.</source>
        <translation>書き出すファイルを --out FILE で指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day.</source>
        <translation>「%1」は日付ではありません。</translation>
    </message>
    <message>
        <source>A route is in force from tomorrow on at the earliest.</source>
        <translation>承認経路を使い始められるのは、明日からです。</translation>
    </message>
    <message>
        <source>There is no form %1 with a route.</source>
        <translation>承認経路のある様式「%1」がありません。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1は既にあります。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1を書き出せません: %2</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1を書き出しました。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1行: %2</translation>
    </message>
    <message>
        <source>%1 was not taken over; nothing was changed.</source>
        <translation>%1は取り込みませんでした。何も変えていません。</translation>
    </message>
    <message>
        <source>%1 says this already; nothing was changed.</source>
        <translation>%1は既にこのとおりです。何も変えていません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変えていません。</translation>
    </message>
    <message>
        <source>%1 has this route from %2 on.</source>
        <translation>%1は、%2からこの経路を使います。</translation>
    </message>
</context>
<context>
    <name>kessai::SearchField</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を消す</translation>
    </message>
</context>
<context>
    <name>kessai::SearchableBox</name>
    <message>
        <source>“%1” is not in the list. Choose an entry.</source>
        <translation>「%1」は一覧にありません。選び直してください。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” fits %n entries. Choose one.</source>
        <translation>
            <numerusform>「%1」に当てはまるものが%n件あります。1つ選んでください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::SectionGrid</name>
    <message>
        <source>Who is away</source>
        <translation>不在の一覧</translation>
    </message>
</context>
<context>
    <name>kessai::SectionModel</name>
    <message>
        <source>Leave</source>
        <translation>休暇</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>出張</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>研修</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Leave, %1</source>
        <translation>休暇 %1</translation>
    </message>
    <message>
        <source>%1, waiting for approval</source>
        <translation>%1（承認待ち）</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n of %2 away</source>
        <comment>day, people</comment>
        <translation>
            <numerusform>%1、%2人中%n人が不在</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, many at once</source>
        <translation>%1（重なっています）</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>person, day, whether away</comment>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>there</source>
        <translation>在席</translation>
    </message>
    <message>
        <source>?</source>
        <comment>one letter: leave that waits for approval</comment>
        <translation>申</translation>
    </message>
    <message>
        <source>L</source>
        <comment>one letter: leave</comment>
        <translation>休</translation>
    </message>
    <message>
        <source>T</source>
        <comment>one letter: trip</comment>
        <translation>出</translation>
    </message>
    <message>
        <source>S</source>
        <comment>one letter: training</comment>
        <translation>研</translation>
    </message>
    <message>
        <source>A</source>
        <comment>one letter: away</comment>
        <translation>不</translation>
    </message>
</context>
<context>
    <name>kessai::SectionPage</name>
    <message>
        <source>Section</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>L leave ・ ? leave waiting for approval ・ T trip ・ S training ・ A away. A cell is filled by as much of the day as somebody is away.</source>
        <translation>休：休暇&#x3000;申：休暇（承認待ち）&#x3000;出：出張&#x3000;研：研修&#x3000;不：不在。色の高さは、その日のうち不在の時間です。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>職</translation>
    </message>
</context>
<context>
    <name>kessai::SettingActs</name>
    <message>
        <source>Brought by a newer version of the program on %1.</source>
        <translation>%1に、プログラムの更新で加わりました。</translation>
    </message>
    <message>
        <source>Registered on %1 by %2: %3</source>
        <translation>%1に%2が登録しました。理由：%3</translation>
    </message>
</context>
<context>
    <name>kessai::SettingsWindow</name>
    <message>
        <source>Settings ・ %1</source>
        <translation>設定 ・ %1</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Decision table</source>
        <translation>専決表</translation>
    </message>
    <message>
        <source>who decides amount limit consult article rule book</source>
        <translation>専決 決裁 決裁者 限度額 金額 合議 根拠 規程 別表 星取表</translation>
    </message>
    <message>
        <source>Test bench</source>
        <translation>テストベンチ</translation>
    </message>
    <message>
        <source>try route why which cases change effect</source>
        <translation>経路 試す 理由 影響 変わる案件 事前確認</translation>
    </message>
    <message>
        <source>Routes and decisions</source>
        <translation>経路と専決</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Units and people</source>
        <translation>組織と職員</translation>
    </message>
    <message>
        <source>organisation transfer post staff section appointment reorganisation</source>
        <translation>組織 異動 職 職員 課 係 任用 兼務 改編 人事 名簿 内示</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状態</translation>
    </message>
    <message>
        <source>database backup disk connections versions verification anchor load</source>
        <translation>データベース バックアップ ディスク 接続 版 検証 アンカー 負荷</translation>
    </message>
    <message>
        <source>Running the office</source>
        <translation>運用</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>承認経路</translation>
    </message>
    <message>
        <source>route step approval condition form regulation consult examine circulate</source>
        <translation>経路 段階 承認 回議 合議 審査 決裁 供覧 条件 様式 規程 ルート</translation>
    </message>
    <message>
        <source>Forms and numbers</source>
        <translation>様式と基準値</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>form field label hint choice required print layout wording retention class title attachment</source>
        <translation>ようしき 欄 見出し 説明 選択肢 必須 印刷 言葉 保存年限 表題 添付</translation>
    </message>
    <message>
        <source>Reasons of returns</source>
        <translation>差し戻す理由</translation>
    </message>
    <message>
        <source>return reason voucher accounting examination list</source>
        <translation>返付 差戻し 返戻 理由 会計 審査 一覧</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>基準値</translation>
    </message>
    <message>
        <source>parameter limit amount days hours rate percent unit source ordinance numbering retention</source>
        <translation>きじゅんち パラメーター 上限 限度 日数 時間 割合 率 単位 根拠 条例 期限 金額 税</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>変更の履歴</translation>
    </message>
    <message>
        <source>who changed what when why audit log register administrator</source>
        <translation>だれが いつ 何を なぜ 変えた 監査 記録 ログ 管理者 履歴 登録</translation>
    </message>
    <message>
        <source>No section of the settings has these words. Absences, deputies, stand-ins, holidays, the budget and payees are places of the main window.</source>
        <translation>設定に、この言葉の項目はありません。不在と代理、代決者、休日、予算、支払先は、メインの画面にあります。</translation>
    </message>
</context>
<context>
    <name>kessai::ShortcutsDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新しい申請</translation>
    </message>
    <message>
        <source>Search; ↓ or Enter goes to what was found, Esc gives it up</source>
        <translation>検索（↓かEnterで結果へ、Escで取りやめ）</translation>
    </message>
    <message>
        <source>What waits for me</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>最新にする</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>この一覧</translation>
    </message>
    <message>
        <source>List of cases</source>
        <translation>案件の一覧</translation>
    </message>
    <message>
        <source>Another case</source>
        <translation>別の案件へ</translation>
    </message>
    <message>
        <source>Choose several, to approve them together</source>
        <translation>複数を選択（まとめて承認）</translation>
    </message>
    <message>
        <source>To the acts of the case; a draft is gone on with</source>
        <translation>案件の操作へ（下書きは続きを書く）</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>下書きを削除</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Approve, or do what was chosen with the reason written</source>
        <translation>承認（理由を書いているときは、選んだ操作を実行）</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Reject, or do not agree</source>
        <translation>否決・不同意</translation>
    </message>
    <message>
        <source>Correct, or go on writing</source>
        <translation>修正・続きを書く</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>引戻し</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催促</translation>
    </message>
    <message>
        <source>Cancel the case, or draft a cancellation</source>
        <translation>取下げ・取消を起案</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>入力画面</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>申請する</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>下書きに保存</translation>
    </message>
    <message>
        <source>In a day: the day before or after, the calendar</source>
        <translation>日付の欄で：前後の日・カレンダー</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キー操作の一覧</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>The voucher beside its proof</source>
        <translation>伝票と証拠書類を並べて開く</translation>
    </message>
    <message>
        <source>Tick the item off with the place shown, and go on</source>
        <translation>示された場所と一緒に確認の印を付け、次へ</translation>
    </message>
    <message>
        <source>The next place that says the same</source>
        <translation>同じ値の次の場所</translation>
    </message>
    <message>
        <source>The next paper</source>
        <translation>次の書類</translation>
    </message>
    <message>
        <source>Approve and go to the next voucher; in a return, return</source>
        <translation>審査済みにして次の伝票へ。差戻しの途中なら差し戻す</translation>
    </message>
    <message>
        <source>The next voucher, the one before, without an act</source>
        <translation>何もせずに次・前の伝票へ</translation>
    </message>
    <message>
        <source>Return for a reason from the list</source>
        <translation>理由を選んで差戻し</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>一覧へ戻る</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>Read the papers; a draft is gone on with</source>
        <translation>資料を読む。下書きは続きを書く</translation>
    </message>
    <message>
        <source>Move an item or a paper of the agenda</source>
        <translation>議題・資料を並べ替える</translation>
    </message>
    <message>
        <source>Drop it; for a while it can be brought back</source>
        <translation>消す（しばらくは元に戻せる）</translation>
    </message>
    <message>
        <source>Papers of a meeting</source>
        <translation>会議資料</translation>
    </message>
    <message>
        <source>The next page, the one before</source>
        <translation>次のページ、前のページ</translation>
    </message>
    <message>
        <source>As wide as the window, the whole page</source>
        <translation>幅に合わせる、ページ全体</translation>
    </message>
    <message>
        <source>All pages in one run, one or two at a time</source>
        <translation>連続表示、1ページずつ、見開き</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>拡大、縮小</translation>
    </message>
    <message>
        <source>Search all papers, the next hit</source>
        <translation>全資料を検索、次の一致</translation>
    </message>
    <message>
        <source>Back to where I was, forward again</source>
        <translation>元の場所へ戻る、先へ進む</translation>
    </message>
    <message>
        <source>Small pages and contents</source>
        <translation>ページ一覧と目次</translation>
    </message>
    <message>
        <source>Full screen; Esc leaves it</source>
        <translation>全画面（Escで戻る）</translation>
    </message>
    <message>
        <source>Meeting that runs</source>
        <translation>会議中</translation>
    </message>
    <message>
        <source>Follow the presenter, or leave; turning a page leaves too</source>
        <translation>発表者についていく・離れる（自分でめくっても離れます）</translation>
    </message>
    <message>
        <source>Raise my hand, or take it back</source>
        <translation>挙手・取りやめ</translation>
    </message>
    <message>
        <source>While presenting: show everybody where the pointer rests</source>
        <translation>発表中：指している位置を全員に見せる</translation>
    </message>
    <message>
        <source>Vote yes, no, or abstain</source>
        <translation>賛成・反対・棄権</translation>
    </message>
    <message>
        <source>In the attendance: present, late, left, absent, nothing known</source>
        <translation>出席の一覧で：出席・遅参・早退・欠席・未確認</translation>
    </message>
    <message>
        <source>In the list of speakers: give the floor</source>
        <translation>発言の一覧で：指名する</translation>
    </message>
    <message>
        <source>The list of notes</source>
        <translation>書き込みの一覧</translation>
    </message>
    <message>
        <source>Put down the pen, close what lies over the pages; then back to the list</source>
        <translation>ペンを置く、上に重なったものを閉じる。何もなければ一覧へ</translation>
    </message>
    <message>
        <source>Who is there, who speaks, votes, what was decided</source>
        <translation>出席、発言、採決、決まったこと</translation>
    </message>
    <message>
        <source>The guide, at what one sees</source>
        <translation>見ている画面の使い方</translation>
    </message>
    <message>
        <source>On by a screen, at its end to the next page</source>
        <translation>一画面送る。終わりでは次のページ</translation>
    </message>
    <message>
        <source>Print the paper shown, or some of its pages</source>
        <translation>表示している資料を印刷する ・ ページを選ぶ</translation>
    </message>
</context>
<context>
    <name>kessai::SignInPage</name>
    <message>
        <source>Keep the password in this computer&apos;s keyring</source>
        <translation>パスワードをこのパソコンのキーリングに保存する</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Trial office on this PC</source>
        <translation>このPCの試用の庁</translation>
    </message>
    <message>
        <source>The office&apos;s server</source>
        <translation>庁のサーバー</translation>
    </message>
    <message>
        <source>Where to sign in</source>
        <translation>サインイン先</translation>
    </message>
    <message>
        <source>Kessai Desk</source>
        <translation>決裁デスク</translation>
    </message>
    <message>
        <source>requests and approvals without paper</source>
        <translation>紙のいらない申請と決裁</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose another trial office</source>
        <translation>別の試用の庁を選ぶ</translation>
    </message>
    <message>
        <source>File of the trial office</source>
        <translation>試用の庁</translation>
    </message>
    <message>
        <source>Name, reading or section</source>
        <translation>氏名・ふりがな・所属で探す</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>職員を探す</translation>
    </message>
    <message>
        <source>Who to be</source>
        <translation>サインインする職員</translation>
    </message>
    <message>
        <source>For trying out: a file on this PC protects nothing from those who can open the file.</source>
        <translation>試用です。このファイルを開ける人に対して、内容は保護されません。</translation>
    </message>
    <message>
        <source>Trial office</source>
        <translation>試用の庁</translation>
    </message>
    <message>
        <source>Offices (*.db);;All files (*)</source>
        <translation>庁のファイル (*.db);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Choose a trial office. kessai-admin create sqlite:office.db --sample makes one to try.</source>
        <translation>試用の庁を選んでください。kessai-admin create sqlite:office.db --sample で見本を作れます。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>No keyring on this computer: the password is asked for each time</source>
        <translation>キーリングがないため、パスワードは毎回入力してください</translation>
    </message>
    <message>
        <source>Server, login name and password are all needed.</source>
        <translation>サーバー、ログイン名、パスワードをすべて入力してください。</translation>
    </message>
    <message>
        <source>Nobody here is called or works in “%1”.</source>
        <translation>「%1」に当てはまる人は見つかりません。</translation>
    </message>
    <message>
        <source>Read papers offline</source>
        <translation>オフラインで資料を読む</translation>
    </message>
    <message>
        <source>Opens the papers of meetings that this computer kept. What you write is sent when you sign in again.</source>
        <translation>このパソコンに置かれた会議の資料を開きます。書き込んだものは、次にサインインしたときに送られます。</translation>
    </message>
    <message>
        <source>This computer keeps no papers that can be opened: the keyring is locked or has lost their key.</source>
        <translation>開ける資料がこのパソコンにありません。キーリングがロックされているか、鍵が失われています。</translation>
    </message>
    <message>
        <source>Papers are opened offline with the password you signed in with last.</source>
        <translation>オフラインで開くには、最後にサインインしたときのパスワードを入力してください。</translation>
    </message>
    <message>
        <source>This file is an office of an older version of this program. Make a copy of it, and bring it up to date by kessai-admin migrate “sqlite:%1”.</source>
        <translation>このファイルは、このプログラムより前の版の庁です。写しを取ってから、kessai-admin migrate &quot;sqlite:%1&quot; で新しくしてください。</translation>
    </message>
</context>
<context>
    <name>kessai::SourceCard</name>
    <message>
        <source>Number the bank gave</source>
        <translation>委託者コード</translation>
    </message>
    <message>
        <source>Bank (4 digits)</source>
        <translation>金融機関（4桁）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Branch (3 digits)</source>
        <translation>支店（3桁）</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>口座番号</translation>
    </message>
    <message>
        <source>Who orders (in kana)</source>
        <translation>依頼人名（カナ）</translation>
    </message>
    <message>
        <source>Register it</source>
        <translation>登録する</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>The account paid from</source>
        <translation>振込元の口座</translation>
    </message>
    <message>
        <source>Kind of account</source>
        <translation>預金種目</translation>
    </message>
    <message>
        <source>The number the bank gave is missing, or the name is too long.</source>
        <translation>委託者コードがないか、名称が長すぎます。</translation>
    </message>
</context>
<context>
    <name>kessai::SpeakingPane</name>
    <message>
        <source>Next</source>
        <translation>次の人</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>ほかの人</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>発言する人</translation>
    </message>
    <message>
        <source>Minutes a speaker has</source>
        <translation>持ち時間（分）</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>時間制限なし</translation>
    </message>
    <message>
        <source> min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Gives the floor to whoever asked first</source>
        <translation>最初に手を挙げた人を指名します</translation>
    </message>
    <message>
        <source>Those who asked to speak</source>
        <translation>発言を求めている人</translation>
    </message>
    <message>
        <source>%1 speaks</source>
        <translation>%1さんの発言</translation>
    </message>
    <message>
        <source>Nobody has the floor</source>
        <translation>発言中の人はいません</translation>
    </message>
    <message>
        <source>%1 ・ %2</source>
        <extracomment>Somebody who asked to speak, and at what time.</extracomment>
        <translation>%1 ・ %2</translation>
    </message>
    <message>
        <source>Wait for the floor:</source>
        <translation>発言待ち</translation>
    </message>
    <message>
        <source>Nobody has raised a hand. Members do so above the papers, or with R.</source>
        <translation>手を挙げている人はいません。出席者は資料の上の「挙手」かRで求めます。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
</context>
<context>
    <name>kessai::StaffImportText</name>
    <message>
        <source>The table of people and posts.</source>
        <translation>職員と任用の名簿。</translation>
    </message>
    <message>
        <source>Shows what would change, and changes nothing.</source>
        <translation>何が変わるかを示し、何も変えません。</translation>
    </message>
    <message>
        <source>The day from which it is so, as 2027-04-01; today unless it is said.</source>
        <translation>使い始める日（例 2027-04-01）。なければ、今日。</translation>
    </message>
    <message>
        <source>Why, in a line; the name of the file unless it is said.</source>
        <translation>理由を一行で。なければ、ファイルの名前。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day.</source>
        <translation>「%1」は日付ではありません。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1行目: %2</translation>
    </message>
    <message>
        <source>%1 says this already; nothing was changed.</source>
        <translation>%1 はすでにこのとおりです。何も変えていません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変えていません。</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 を変えました。</translation>
    </message>
    <message>
        <source>It is prepared in %1.</source>
        <translation>%1 に準備しました。</translation>
    </message>
    <message>
        <source>Takes who is on the staff and holds what from a table, as CP932 or UTF-8, below the head %1. Whoever is in it holds what it says from a day on; whoever is not stays as they are. What changes is said in words. A table with a row that is not as it should be is refused whole. For a day to come it is prepared, and secret until then. On PostgreSQL somebody new needs a login role, which kessai-admin logins makes.</source>
        <translation>見出し %1 の表（CP932またはUTF-8）から、職員とその職を取り込みます。表にある人は、その日から表のとおりの職に就き、表にない人はそのままです。何が変わるかは言葉で示します。一行でも誤りがあれば、何も取り込みません。先の日付なら準備だけをし、その日まで秘密です。PostgreSQLでは、新しい職員にはログインのロールが要ります。kessai-admin logins で作ります。</translation>
    </message>
    <message>
        <source>No change reaches back before today.</source>
        <translation>今日より前には、さかのぼれません。</translation>
    </message>
</context>
<context>
    <name>kessai::StandInsEditor</name>
    <message>
        <source>Add (&amp;N)</source>
        <translation>加える(&amp;N)</translation>
    </message>
    <message>
        <source>Register this order (&amp;R)</source>
        <translation>この順位で登録(&amp;R)</translation>
    </message>
    <message>
        <source>Decider</source>
        <translation>決裁者</translation>
    </message>
    <message>
        <source>Next stand-in</source>
        <translation>次の順位の代決者</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>第%1順位 %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Nobody decides in another&apos;s place.</source>
        <translation>登録されている代決者はありません。</translation>
    </message>
    <message>
        <source>The head of the drafter&apos;s section</source>
        <translation>主管課長（起案者の課の長）</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>順位を上げる</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Nobody: while the decider is away, the case waits.</source>
        <translation>代決者なし。決裁者が不在の間、案件は待ちます。</translation>
    </message>
</context>
<context>
    <name>kessai::StatusChip</name>
    <message>
        <source>To approve</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>回議中</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決裁済</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>否決</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>引戻し</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>取消済</translation>
    </message>
    <message>
        <source>Ordered, in examination</source>
        <translation>命令済・審査中</translation>
    </message>
</context>
<context>
    <name>kessai::TableModel</name>
    <message>
        <source>%1  %2  %3</source>
        <comment>code of a row, what it is about, the article</comment>
        <translation>%1&#x3000;%2&#x3000;%3</translation>
    </message>
    <message>
        <source>%1  (changed)</source>
        <translation>%1&#x3000;（変更）</translation>
    </message>
    <message>
        <source>decided by %1</source>
        <translation>%1が決裁</translation>
    </message>
    <message>
        <source>%1 is consulted</source>
        <translation>%1に合議</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
</context>
<context>
    <name>kessai::TablePage</name>
    <message>
        <source>Add a row</source>
        <translation>行を加える</translation>
    </message>
    <message>
        <source>Decision table</source>
        <comment>name of a file</comment>
        <translation>専決表</translation>
    </message>
    <message>
        <source>Decision table</source>
        <translation>専決表</translation>
    </message>
    <message>
        <source>Revision of the table</source>
        <translation>表の版</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The table is in force from %1 on.</source>
        <translation>専決表は%1から使われます。</translation>
    </message>
    <message>
        <source>No gaps, no overlaps: it can be used.</source>
        <translation>漏れも重なりもありません。このまま使えます。</translation>
    </message>
    <message>
        <source>Decision table from a file</source>
        <translation>専決表のファイル</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>行 %1</translation>
    </message>
    <message>
        <source>Somebody else wrote a revision meanwhile. Save your draft as a file, give it up, and take the file into a draft of theirs.</source>
        <translation>ほかの管理者が先に次の版を書きました。草案をファイルに保存してからやめ、その版の草案にファイルから取り込んでください。</translation>
    </message>
</context>
<context>
    <name>kessai::UnpaidModel</name>
    <message>
        <source>Commitment</source>
        <translation>支出負担行為</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支出命令</translation>
    </message>
    <message>
        <source>The day of payment has passed.</source>
        <translation>支払予定日を過ぎています。</translation>
    </message>
    <message>
        <source>This case was not sent to you, so you cannot open it.</source>
        <translation>この案件はあなたに回付されていないため、開けません。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Drafter</source>
        <translation>起案者</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>The term has passed, and not all of it is ordered to be paid.</source>
        <translation>納期・履行期限を過ぎていますが、支出命令が済んでいないものがあります。</translation>
    </message>
    <message>
        <source>Day of payment, term</source>
        <translation>支払予定日・納期</translation>
    </message>
    <message>
        <source>Awaited back</source>
        <translation>返納待ち</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>精算待ち</translation>
    </message>
    <message>
        <source>The day has passed by which it was to be paid back.</source>
        <translation>返納期限を過ぎています。</translation>
    </message>
    <message>
        <source>It was paid beforehand, and nobody has settled it yet.</source>
        <translation>支払済みですが、まだ精算されていません。</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>not paid, not paid back or not settled yet</comment>
        <translation>残額</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>債権者</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Payment, in progress</source>
        <translation>支出命令・回議中</translation>
    </message>
    <message>
        <source>The day of payment has passed, and it is not decided yet.</source>
        <translation>支払予定日を過ぎていますが、まだ決裁・審査が済んでいません。</translation>
    </message>
    <message>
        <source>Kind, number</source>
        <translation>種別・番号</translation>
    </message>
    <message>
        <source>Subject, payee, section</source>
        <translation>件名・債権者・課</translation>
    </message>
    <message>
        <source>Left, yen</source>
        <translation>残額・金額</translation>
    </message>
</context>
<context>
    <name>kessai::UnpaidPage</name>
    <message>
        <source>Not paid yet</source>
        <comment>name of a file</comment>
        <translation>未払い</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>Everything is paid</source>
        <translation>未払いはありません</translation>
    </message>
    <message>
        <source>What is decided on your section&apos;s lines and waits for its payment is listed here.</source>
        <translation>所管の予算で決裁され、支払を待つものがここに並びます。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>ordered and not paid %1, committed and not ordered %2 yen</source>
        <translation>支出命令済・未払い %1円&#x3000;負担行為済・未命令 %2円</translation>
    </message>
    <message>
        <source>This case was not sent to you, so you cannot open it.</source>
        <translation>この案件はあなたに回付されていないため、開けません。</translation>
    </message>
    <message>
        <source>The first %1 of more:</source>
        <translation>多いため先頭の%1件を表示しています。</translation>
    </message>
    <message>
        <source>The money came in…</source>
        <translation>収納を記録…</translation>
    </message>
    <message>
        <source>awaited back %1 yen</source>
        <translation>返納待ち %1円</translation>
    </message>
    <message>
        <source>to be settled %1 yen</source>
        <translation>精算待ち %1円</translation>
    </message>
    <message>
        <source>The money came in</source>
        <translation>返納金の収納</translation>
    </message>
    <message>
        <source>%1 %2: %3 yen. Give the day on which it came in; it is kept with the payments, with your name.</source>
        <translation>%1 %2：%3円。入金のあった日を書いてください。支払の記録に、氏名とともに残ります。</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>That day has not come.</source>
        <translation>まだ来ていない日です。</translation>
    </message>
    <message>
        <source>%1: the money came in.</source>
        <translation>%1：返納金の収納を記録しました。</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>収納日</translation>
    </message>
    <message>
        <source>Payee, subject, number</source>
        <translation>債権者・件名・番号</translation>
    </message>
    <message>
        <source>Nothing unpaid is found</source>
        <translation>当てはまる未払いはありません</translation>
    </message>
    <message>
        <source>Search with fewer words.</source>
        <translation>言葉を減らして探してください。</translation>
    </message>
    <message>
        <source>Show everything unpaid</source>
        <translation>未払いをすべて表示</translation>
    </message>
    <message>
        <source>Nothing is found among the first %1 unpaid</source>
        <translation>先頭の%1件の中に、当てはまる未払いはありません</translation>
    </message>
    <message>
        <source>There are more, which are not searched. Look for it in the search of cases.</source>
        <translation>その先にも未払いがあり、ここでは探していません。案件の検索で探してください。</translation>
    </message>
    <message>
        <source>What is found among the first %1, and not among the rest:</source>
        <translation>先頭の%1件の中では</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>orders under way %1 yen</source>
        <translation>支出命令の手続き中 %1円</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are past their day.</source>
        <translation>
            <numerusform>期日を過ぎたもの %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grey: %n cases were not sent to you, so you cannot open them.</source>
        <translation>
            <numerusform>灰色の%n件は、あなたに回付されていないため開けません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::VerifyText</name>
    <message>
        <source>Verifying</source>
        <translation>検証中</translation>
    </message>
    <message>
        <source>Only what %1 may read was verified; the owner of the database verifies everything.</source>
        <translation>%1 が閲覧できる案件だけを検証しました。すべての検証はデータベースの所有者が行います。</translation>
    </message>
    <message>
        <source>%1 cannot be read as an anchor.</source>
        <translation>%1 はアンカーとして読めません。</translation>
    </message>
    <message>
        <source>Comparing with the anchor</source>
        <translation>アンカーと照合中</translation>
    </message>
    <message>
        <source>Since anchor %1 of %2 the past was changed:</source>
        <translation>アンカー第%1号(%2)の後に、過去の記録が変えられています:</translation>
    </message>
    <message>
        <source>Acts older than anchor %1 of %2 that came only after it, from a transaction somebody left open or from whoever wrote them into the past; ask those who acted:</source>
        <translation>アンカー第%1号(%2)より前の日時で、その後に届いた処理があります。終了せずに置かれた処理か、過去の日時での書き込みです。処理した本人に確認してください:</translation>
    </message>
    <message>
        <source>the list of heads was changed with them; which of the cases id %1 to %2 it is, a backup tells</source>
        <translation>末尾の一覧も変えられています。id %1 から %2 のどの案件かは、バックアップで確認してください</translation>
    </message>
    <message>
        <source>Compares with the anchor only, which takes seconds, and replays nothing. Goes with --anchor.</source>
        <translation>アンカーとの照合だけを行い、履歴の再現はしません(数秒で終わります)。--anchor とともに指定します。</translation>
    </message>
    <message>
        <source>--anchor-only goes with --anchor.</source>
        <translation>--anchor-only は --anchor とともに指定してください。</translation>
    </message>
    <message>
        <source>The digest of the anchor, to be compared with what was written down:</source>
        <translation>アンカーのダイジェスト(控えと照合してください):</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) are not what was done:</source>
        <translation>
            <numerusform>支払の記録と一致しないものが%n件あります：</numerusform>
        </translation>
    </message>
    <message>
        <source>Replays every case from its history and compares all that is derived from it: the chain of hashes, states, steps, who acted, who may read, postings, sealed contents, routes and attached files; and every payment with what was done to it and with its case, and every meeting with what was done to it. Names what does not prove itself and then ends with 3. Changes nothing.</source>
        <translation>すべての案件を経過から再現し、そこから導かれるすべて（ハッシュの連鎖、状態、段階、行為者、閲覧権、記帳、封印された内容、経路、添付ファイル）を照合します。支払はその記録および案件と、会議はその記録と照合します。証明できないものを挙げ、終了コード3で終わります。何も変更しません。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of meetings are not what was done:</source>
        <translation>
            <numerusform>会議の記録と一致しないものが%n件あります：</numerusform>
        </translation>
    </message>
    <message>
        <source>Holds cases and payments to an anchor as well, the file of which was kept elsewhere: whatever it covers must not have been rewritten, shortened or removed since.</source>
        <translation>別に保管したアンカーのファイルとも、案件と支払の記録を照合します。その時点までの記録が、書き換え、短縮、削除されていないことを確かめます。</translation>
    </message>
    <message numerus="yes">
        <source>payments: what was done last is gone; there were %n act(s)</source>
        <translation>
            <numerusform>支払: 末尾の処理が消えています。当時は%n件ありました</numerusform>
        </translation>
    </message>
    <message>
        <source>payments: what was done is another thing than it was</source>
        <translation>支払: 処理の記録が当時と違います</translation>
    </message>
    <message numerus="yes">
        <source>Anchor %1 of %2 holds: %n case(s) (drafts apart) and what was done to payments are as they were.</source>
        <translation>
            <numerusform>アンカー第%1号（%2）と一致します。%n件の案件（下書きを除く）と支払の記録が当時のままです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) verified, drafts among them: all of them sound.</source>
        <translation>
            <numerusform>%n件（下書きを含む）を検証しました。すべて正常です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) verified, drafts among them: %1 of them damaged:</source>
        <translation>
            <numerusform>%n件（下書きを含む）を検証しました。%1件が破損しています:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::VoteLine</name>
    <message>
        <source>&amp;Yes</source>
        <translation>賛成(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>反対(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;bstain</source>
        <translation>棄権(&amp;B)</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>議題%1</translation>
    </message>
    <message>
        <source>Who chose what is recorded</source>
        <translation>記名：だれが何を選んだかが残ります</translation>
    </message>
    <message>
        <source>Only the counts are recorded</source>
        <translation>無記名：数だけが残ります</translation>
    </message>
    <message>
        <source>%1 of %2 have voted</source>
        <translation>%2人のうち%1人が投票</translation>
    </message>
    <message>
        <source>Say first that you are here</source>
        <translation>先に「出席」を押してください</translation>
    </message>
    <message>
        <source>Your choice can be changed until the vote is closed</source>
        <translation>締め切るまで選び直せます</translation>
    </message>
    <message>
        <source>The vote is closed ・ %1</source>
        <translation>採決の結果 ・ %1</translation>
    </message>
    <message>
        <source>The vote is called off, nothing was counted</source>
        <translation>採決は取り消されました（投票は数えていません）</translation>
    </message>
</context>
<context>
    <name>kessai::VotingPane</name>
    <message>
        <source>Item voted on</source>
        <translation>採決する議題</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問い</translation>
    </message>
    <message>
        <source>e.g. Shall it be decided as proposed?</source>
        <translation>例：原案のとおり決定してよいか</translation>
    </message>
    <message>
        <source>Record who chose what</source>
        <translation>記名（だれが何を選んだかを残す）</translation>
    </message>
    <message>
        <source>Open the vote</source>
        <translation>採決を始める</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>議題</translation>
    </message>
    <message>
        <source>Close the vote</source>
        <translation>締め切る</translation>
    </message>
    <message>
        <source>The vote is closed.</source>
        <translation>採決を締め切りました。</translation>
    </message>
    <message>
        <source>%1 of %2 have voted</source>
        <translation>%2人のうち%1人が投票</translation>
    </message>
    <message>
        <source>Still to vote: %1</source>
        <translation>まだの人：%1</translation>
    </message>
    <message>
        <source>Yes: %1</source>
        <translation>賛成：%1</translation>
    </message>
    <message>
        <source>No: %1</source>
        <translation>反対：%1</translation>
    </message>
    <message>
        <source>Abstained: %1</source>
        <translation>棄権：%1</translation>
    </message>
    <message>
        <source>Nothing was voted on yet.</source>
        <translation>採決はまだありません。</translation>
    </message>
    <message>
        <source>The vote is open.</source>
        <translation>採決を始めました。</translation>
    </message>
    <message>
        <source>The open vote</source>
        <translation>採決中の議案</translation>
    </message>
    <message numerus="yes">
        <source>Press again: %n has/have not voted</source>
        <translation>
            <numerusform>もう一度で締め切る（未投票%n人）</numerusform>
        </translation>
    </message>
    <message>
        <source>Press again: nobody who votes is there yet</source>
        <translation>もう一度押すと始めます（投票できる人なし）</translation>
    </message>
    <message>
        <source>Call off the vote</source>
        <translation>採決を取り消す</translation>
    </message>
    <message>
        <source>The vote is called off.</source>
        <translation>採決を取り消しました。</translation>
    </message>
    <message>
        <source>Press again to call it off</source>
        <translation>もう一度押すと取り消します</translation>
    </message>
    <message>
        <source>Called off, nothing was counted</source>
        <translation>取消し（数えていません）</translation>
    </message>
</context>
<context>
    <name>kessai::VoucherPane</name>
    <message>
        <source>The tick was not kept: %1</source>
        <translation>確認の印を残せませんでした。%1</translation>
    </message>
    <message>
        <source>What the voucher says</source>
        <translation>伝票の内容</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>伝票</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>証拠書類</translation>
    </message>
    <message>
        <source>Back to the queue (Esc)</source>
        <translation>一覧へ戻る (Esc)</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>一覧へ戻る</translation>
    </message>
    <message>
        <source>The whole case with its route and history</source>
        <translation>案件の全体（経路と履歴）</translation>
    </message>
    <message>
        <source>The whole case</source>
        <translation>案件の全体</translation>
    </message>
    <message>
        <source>Approve, next (&amp;A)</source>
        <translation>審査済み・次へ(&amp;A)</translation>
    </message>
    <message>
        <source>Approve and go to the next voucher (Ctrl+Enter)</source>
        <translation>審査済みにして次の伝票へ (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Return (&amp;R)</source>
        <translation>差戻し(&amp;R)</translation>
    </message>
    <message>
        <source>The voucher before (Ctrl+↑)</source>
        <translation>前の伝票 (Ctrl+↑)</translation>
    </message>
    <message>
        <source>The voucher before</source>
        <translation>前の伝票</translation>
    </message>
    <message>
        <source>The next voucher (Ctrl+↓)</source>
        <translation>次の伝票 (Ctrl+↓)</translation>
    </message>
    <message>
        <source>The next voucher</source>
        <translation>次の伝票</translation>
    </message>
    <message>
        <source>%1  %2 (%3)</source>
        <comment>number, section, drafter</comment>
        <translation>%1&#x3000;%2（%3）</translation>
    </message>
    <message>
        <source>%1 ?</source>
        <comment>a place that is offered</comment>
        <translation>%1？</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>探しています…</translation>
    </message>
    <message>
        <source>%1 of %2 ticked off</source>
        <translation>%2項目中 %1項目を確認</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not ticked off. Ctrl+Enter once more approves all the same.</source>
        <translation>
            <numerusform>未確認の項目が%n件あります。このまま審査済みにするときは、もう一度 Ctrl+Enter を押してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of a voucher, what went wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>It stands here. Space ticks it off with this place.</source>
        <translation>ここに見つかりました。Spaceで、この場所と一緒に確認の印が付きます。</translation>
    </message>
    <message numerus="yes">
        <source>All %n item(s) ticked off. Ctrl+Enter approves.</source>
        <translation>
            <numerusform>%n項目すべて確認済。Ctrl+Enterで審査済みにします。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::WaysModel</name>
    <message>
        <source>%1 %2 → %3</source>
        <comment>decided: by whom now, by whom then</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>+ %1</source>
        <comment>somebody more on a route</comment>
        <translation>＋%1</translation>
    </message>
    <message>
        <source>− %1</source>
        <comment>somebody less on a route</comment>
        <translation>－%1</translation>
    </message>
    <message>
        <source>another order</source>
        <translation>順序が変わる</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>提出日</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>違い</translation>
    </message>
</context>
<context>
    <name>kessai::WholeRuleCard</name>
    <message>
        <source>Decision table</source>
        <translation>専決表</translation>
    </message>
    <message>
        <source>A higher decision is asked for in</source>
        <translation>上の職の決裁を選ぶ項目</translation>
    </message>
    <message>
        <source>Add a post</source>
        <translation>職を加える</translation>
    </message>
    <message>
        <source>The rule as a whole</source>
        <translation>経路の全体</translation>
    </message>
    <message>
        <source>Posts above which there is nobody: their cases are only circulated</source>
        <translation>市の一番上の職（この職の案件は供覧だけになります）</translation>
    </message>
    <message>
        <source>None: the steps say who decides</source>
        <translation>使わない（決裁する職を段階で決める）</translation>
    </message>
    <message>
        <source>No field</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>kessai::WithheldModel</name>
    <message>
        <source>Paid on</source>
        <translation>支払日</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>債権者</translation>
    </message>
    <message>
        <source>Payee&apos;s code</source>
        <translation>債権者コード</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>支出額</translation>
    </message>
    <message>
        <source>Tax withheld</source>
        <translation>源泉徴収税額</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>差引支払額</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Tax to be paid by</source>
        <translation>納付期限</translation>
    </message>
    <message>
        <source>Came back (%1)</source>
        <translation>組戻し（%1）</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払済</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>支払済にする前</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>kessai::WithheldPage</name>
    <message>
        <source>Tax withheld %1</source>
        <comment>name of a file</comment>
        <translation>源泉徴収 %1</translation>
    </message>
    <message>
        <source>Tax withheld, %1</source>
        <translation>源泉徴収税額（%1）</translation>
    </message>
    <message>
        <source>Tax withheld</source>
        <translation>源泉徴収</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度読み込む</translation>
    </message>
    <message>
        <source>No tax was withheld in this month</source>
        <translation>この月に源泉徴収した支払はありません</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>tax withheld %1 yen, to be paid to the tax office by %2</source>
        <translation>源泉徴収税額 %1円&#x3000;納付期限 %2</translation>
    </message>
    <message>
        <source>What is paid with tax withheld is listed here once it is in a batch.</source>
        <translation>源泉徴収のある支払は、支払の回に入るとここに並びます。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) came back or are not confirmed, and are not in the sum. Where the tax of what came back was paid already, it is not paid again with the month in which the transfer is made anew.</source>
        <translation>
            <numerusform>組戻しのものと支払済にする前のものが%n件あり、合計に入っていません。組戻しになったものの税をすでに納めたときは、改めて支払う月の分と重ねて納めないでください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::Wording</name>
    <message>
        <source>en</source>
        <comment>language of the wording: ja or en</comment>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>kessai::Words</name>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>回議中</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>引戻し</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決裁済</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>否決</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回議</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>合議</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決裁</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>供覧</translation>
    </message>
    <message>
        <source>decided</source>
        <comment>act in a stamp</comment>
        <translation>決裁</translation>
    </message>
    <message>
        <source>agreed</source>
        <comment>act in a stamp</comment>
        <translation>合議</translation>
    </message>
    <message>
        <source>examined</source>
        <comment>act in a stamp</comment>
        <translation>審査</translation>
    </message>
    <message>
        <source>approved</source>
        <comment>act in a stamp</comment>
        <translation>承認</translation>
    </message>
    <message>
        <source>seen</source>
        <comment>act in a stamp</comment>
        <translation>確認</translation>
    </message>
    <message>
        <source>returned</source>
        <comment>act in a stamp</comment>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>act in a stamp</comment>
        <translation>否決</translation>
    </message>
    <message>
        <source>not needed</source>
        <comment>act in a stamp</comment>
        <translation>不要</translation>
    </message>
    <message>
        <source>not reached</source>
        <comment>act in a stamp</comment>
        <translation>未了</translation>
    </message>
    <message>
        <source>you</source>
        <comment>act in a stamp</comment>
        <translation>あなた</translation>
    </message>
    <message>
        <source>reviewing</source>
        <comment>act in a stamp</comment>
        <translation>確認中</translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>act in a stamp</comment>
        <translation>未</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>%1 is your own post, so the next superior is asked.</source>
        <translation>%1はあなた自身の職のため、一つ上の職が承認します。</translation>
    </message>
    <message>
        <source>%1 is vacant, so the superior is asked.</source>
        <translation>%1は空席のため、上位の職が承認します。</translation>
    </message>
    <message>
        <source>Your section has no such level, so the step falls away.</source>
        <translation>所属にこの階層がないため、この段階は省かれます。</translation>
    </message>
    <message>
        <source>%1 is below your own post, so the step falls away.</source>
        <translation>%1はあなたより下位の職のため、この段階は省かれます。</translation>
    </message>
    <message>
        <source>%1 is asked at a later step, so only there.</source>
        <translation>%1は後の段階にもあるため、後の段階だけで承認します。</translation>
    </message>
    <message>
        <source>Nobody is named for this step, so it falls away.</source>
        <translation>指定がないため、この段階は省かれます。</translation>
    </message>
    <message>
        <source>You are the only holder of %1, so the superior is asked.</source>
        <translation>%1はあなただけのため、上位の職が承認します。</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>any one of them</source>
        <translation>いずれか1人</translation>
    </message>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>うち%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided</source>
        <comment>act in the history</comment>
        <translation>決裁済</translation>
    </message>
    <message>
        <source>Agreed</source>
        <comment>act in the history</comment>
        <translation>合議</translation>
    </message>
    <message>
        <source>Examined</source>
        <comment>act in the history</comment>
        <translation>審査</translation>
    </message>
    <message>
        <source>Seen</source>
        <comment>act in the history</comment>
        <translation>確認</translation>
    </message>
    <message>
        <source>Returned by %1 (%2): %3</source>
        <translation>%1（%2）が差戻し：%3</translation>
    </message>
    <message>
        <source>Rejected by %1 (%2): %3</source>
        <translation>%1（%2）が否決：%3</translation>
    </message>
    <message>
        <source>to read afterwards</source>
        <comment>act in a stamp</comment>
        <translation>後閲待ち</translation>
    </message>
    <message>
        <source>read afterwards</source>
        <comment>act in a stamp</comment>
        <translation>後閲済</translation>
    </message>
    <message>
        <source>did not agree</source>
        <comment>act in a stamp</comment>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Read afterwards</source>
        <comment>act in the history</comment>
        <translation>後閲</translation>
    </message>
    <message>
        <source>Decided in the decider&apos;s place</source>
        <comment>act in the history</comment>
        <translation>代決</translation>
    </message>
    <message>
        <source>Pulled up and decided</source>
        <comment>act in the history</comment>
        <translation>引上げて決裁</translation>
    </message>
    <message>
        <source>Pulled up and approved</source>
        <comment>act in the history</comment>
        <translation>引上げて承認</translation>
    </message>
    <message>
        <source>Pulled up and returned</source>
        <comment>act in the history</comment>
        <translation>引上げて差戻し</translation>
    </message>
    <message>
        <source>Pulled up and rejected</source>
        <comment>act in the history</comment>
        <translation>引上げて否決</translation>
    </message>
    <message>
        <source>Explained in person</source>
        <translation>対面で説明</translation>
    </message>
    <message>
        <source>Did not agree</source>
        <comment>act in the history</comment>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Put before a superior: %1</source>
        <translation>上位決裁へ：%1</translation>
    </message>
    <message>
        <source>Added to the route: %1 (%2)</source>
        <translation>経路に追加：%1（%2）</translation>
    </message>
    <message>
        <source>%1 added this step while the case was running.</source>
        <translation>%1が回議中に追加した段階です。</translation>
    </message>
    <message>
        <source>%1 put the decision before this superior.</source>
        <translation>%1が上位決裁とした段階です。</translation>
    </message>
    <message numerus="yes">
        <source>more than half: %n of them</source>
        <translation>
            <numerusform>過半数（%n人）</numerusform>
        </translation>
    </message>
    <message>
        <source>To read afterwards</source>
        <translation>後閲</translation>
    </message>
    <message>
        <source>The drafter asked for this higher decision.</source>
        <translation>起案者が上位の決裁を求めました。</translation>
    </message>
    <message>
        <source>Reminded</source>
        <comment>act in the history</comment>
        <translation>催促</translation>
    </message>
    <message>
        <source>%1 reminds you (%2).</source>
        <translation>%1さんから催促がありました（%2）。</translation>
    </message>
    <message>
        <source>%1 reminds you (%2): %3</source>
        <translation>%1さんから催促がありました（%2）：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n日超過</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lying for %n day(s)</source>
        <translation>
            <numerusform>%n日経過</numerusform>
        </translation>
    </message>
    <message>
        <source>This decision was cancelled by %1.</source>
        <translation>この決裁は %1 により取り消されました。</translation>
    </message>
    <message>
        <source>%1, which asks to cancel this decision, is under way.</source>
        <translation>この決裁の取消（%1）を回議中です。</translation>
    </message>
    <message>
        <source>Cancels %1: %2</source>
        <translation>%1 の取消：%2</translation>
    </message>
    <message>
        <source>Only those who decide on it can read this.</source>
        <translation>この欄は、決裁する人だけが読めます。</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>取消済</translation>
    </message>
    <message>
        <source>Approve the cancellation</source>
        <comment>button</comment>
        <translation>取消を承認</translation>
    </message>
    <message>
        <source>Agree</source>
        <comment>button</comment>
        <translation>同意する</translation>
    </message>
    <message>
        <source>Pass</source>
        <comment>button: the examination found nothing</comment>
        <translation>審査済みにする</translation>
    </message>
    <message>
        <source>Decide</source>
        <comment>button</comment>
        <translation>決裁する</translation>
    </message>
    <message>
        <source>Approve</source>
        <comment>button</comment>
        <translation>承認する</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>取消の案件</translation>
    </message>
    <message>
        <source>Some of its days were taken back by %1.</source>
        <translation>%1 により、一部の日が取り消されています。</translation>
    </message>
    <message>
        <source>%1, which asks to take back some of its days, is under way.</source>
        <translation>一部の日の取消（%1）を回議中です。</translation>
    </message>
    <message>
        <source>Takes back some days of %1: %2</source>
        <translation>%1 の一部の日の取消：%2</translation>
    </message>
    <message>
        <source>Decide for another</source>
        <translation>代決</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the numbers of cases</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Ordered, in examination</source>
        <translation>命令済・審査中</translation>
    </message>
    <message>
        <source>Addressed to %1 by an administrator</source>
        <translation>管理者が%1に宛先を替えた</translation>
    </message>
    <message>
        <source>An administrator addressed this to another post.</source>
        <translation>管理者が宛先を別の職に替えました。</translation>
    </message>
    <message>
        <source>An administrator addressed this here instead of to %1.</source>
        <translation>管理者が、%1からここに宛先を替えました。</translation>
    </message>
    <message>
        <source>Addressed to %1 instead of %2 by an administrator (%3)</source>
        <translation>管理者が%2から%1に宛先を替えた（%3）</translation>
    </message>
    <message>
        <source>An administrator addressed what waited for %1 to %2.</source>
        <translation>管理者が、%1に届いていたものの宛先を%2に替えました。</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>button: the payment is examined then</comment>
        <translation>命令する</translation>
    </message>
    <message>
        <source>Agree, then: %1</source>
        <extracomment>button: to agree (合議), and then to do what deciding is called, by one press</extracomment>
        <translation>合議・%1</translation>
    </message>
</context>
<context>
    <name>kessai::WorkBook</name>
    <message>
        <source>Overtime register</source>
        <translation>時間外勤務命令簿</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>職</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>職員番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>%1 %2, page %3</source>
        <translation>%1 %2&#x3000;%3ページ</translation>
    </message>
    <message>
        <source>The month is not closed</source>
        <translation>この月は締めていません</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>%1 締め</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>命令者</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休憩</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>確認者</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>（%1の代理）</translation>
    </message>
    <message>
        <source> off</source>
        <translation> 週休</translation>
    </message>
    <message>
        <source> holiday</source>
        <translation> 休日</translation>
    </message>
    <message>
        <source>Sum of the month</source>
        <translation>月の合計</translation>
    </message>
    <message>
        <source>Hours that are paid</source>
        <translation>支給の基礎となる時間（1時間未満の端数処理後）</translation>
    </message>
    <message>
        <source>Upper limits: %1</source>
        <translation>上限：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Duty in exchange</source>
        <translation>振替の勤務</translation>
    </message>
    <message>
        <source>Free in exchange</source>
        <translation>振替の週休</translation>
    </message>
    <message>
        <source>Off for a holiday</source>
        <translation>代休日</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>代休時間</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>休暇</translation>
    </message>
    <message>
        <source>Past 60 h</source>
        <translation>60時間超</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>休日</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>振替</translation>
    </message>
    <message>
        <source>Month %1 (up to %2)</source>
        <translation>月 %1（%2以内）</translation>
    </message>
    <message>
        <source>Month %1 (less than %2)</source>
        <translation>月 %1（%2未満）</translation>
    </message>
    <message>
        <source>Year %1 (up to %2)</source>
        <translation>年 %1（%2以内）</translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n month(s) %1 (up to %2)</source>
        <translation>
            <numerusform>%nか月平均 %1（%2以内）</numerusform>
        </translation>
    </message>
    <message>
        <source>Months past 45 hours: %1 (up to %2)</source>
        <translation>45時間を超えた月 %1（%2以内）</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>支給割合</translation>
    </message>
</context>
<context>
    <name>kessai::WorkBookText</name>
    <message>
        <source>Prints the register of overtime (時間外勤務命令簿) of a month into a PDF file, in Japanese: of everybody with anything in it, of a section with those below it, or of one person. A closed month stays what it was.</source>
        <translation>1か月の時間外勤務命令簿をPDFに印刷します。記載のある職員全員、課（係を含む）、または1人の分です。締めた月は、締めたときのままです。</translation>
    </message>
    <message>
        <source>The month.</source>
        <translation>対象の月。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>書き出すファイル。</translation>
    </message>
    <message>
        <source>The number of one person.</source>
        <translation>職員番号（1人だけ印刷するとき）。</translation>
    </message>
    <message>
        <source>The name of one section, as the register has it.</source>
        <translation>課・係の名前（命令簿のとおり）。</translation>
    </message>
    <message>
        <source>--month is a month as in 2026-11.</source>
        <translation>--month は 2026-11 のような月です。</translation>
    </message>
    <message>
        <source>--out is missing.</source>
        <translation>--out がありません。</translation>
    </message>
    <message>
        <source>Either --staff or --section.</source>
        <translation>--staff と --section は、どちらか一方だけ指定します。</translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation>印刷するものがありません。</translation>
    </message>
    <message>
        <source>%1 is there already; it was not touched.</source>
        <translation>%1 はすでにあります。上書きしていません。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 に書き込めません。</translation>
    </message>
    <message numerus="yes">
        <source>%n register(s) written to %1.</source>
        <translation>
            <numerusform>%n人分の命令簿を %1 に書き出しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::WorkDaysDialog</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: the result of what was ordered</source>
        <comment>day</comment>
        <translation>%1：命令に対する実績がない</translation>
    </message>
    <message>
        <source>to be reported by %1</source>
        <translation>%1が実績を申請する</translation>
    </message>
    <message>
        <source>%1: a result that is not confirmed</source>
        <comment>day</comment>
        <translation>%1：実績が確認待ち</translation>
    </message>
    <message>
        <source>nobody heads the section</source>
        <translation>所属長がいない</translation>
    </message>
    <message>
        <source>in the line of %1</source>
        <translation>%1までの経路で確認待ち</translation>
    </message>
    <message>
        <source>to be taken by %1</source>
        <translation>%1が取得する</translation>
    </message>
    <message>
        <source>Time off for overtime: %1</source>
        <translation>時間外代休時間：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) of leave that are late</source>
        <translation>
            <numerusform>休暇の証明書類 %n件の提出遅れ</numerusform>
        </translation>
    </message>
    <message>
        <source>to be handed in by %1</source>
        <translation>%1が提出する</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, month</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Nothing of this month is open.</source>
        <translation>この月の未処理はありません。</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>未処理のもの</translation>
    </message>
    <message>
        <source>Overtime register…</source>
        <translation>時間外勤務命令簿…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kessai::WorkModel</name>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n month(s)</source>
        <translation>
            <numerusform>%nか月平均</numerusform>
        </translation>
    </message>
    <message>
        <source>months over 45 h</source>
        <translation>月45時間超の月数</translation>
    </message>
    <message>
        <source>after the move</source>
        <translation>異動後</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <extracomment>The limit, how much of it is used, how much there is.</extracomment>
        <translation>%1 %2／%3</translation>
    </message>
    <message>
        <source>Near: %1</source>
        <comment>a limit</comment>
        <translation>間近 %1</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <comment>a limit</comment>
        <translation>超過 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n日</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>職員番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>この月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度累計</translation>
    </message>
    <message>
        <source>Nearest limit</source>
        <translation>いちばん近い上限</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>実績なし</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days of leave</comment>
        <translation>%1日</translation>
    </message>
    <message>
        <source>Annual leave</source>
        <translation>年休</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>days, hours</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 by %2/%3</source>
        <comment>time off, month/day</comment>
        <translation>%1 〜%2/%3</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申請中</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>代休時間期限</translation>
    </message>
    <message>
        <source>Late papers</source>
        <translation>書類遅れ</translation>
    </message>
</context>
<context>
    <name>kessai::WorkPage</name>
    <message>
        <source>Close the month</source>
        <translation>この月を締める</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>締めを解く</translation>
    </message>
    <message>
        <source>File for payroll…</source>
        <translation>給与用ファイル…</translation>
    </message>
    <message>
        <source>Everybody&apos;s overtime</source>
        <translation>全職員の時間外勤務</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Whom to show</source>
        <translation>表示する職員</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Near or over a limit</source>
        <translation>上限に近い・超過</translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation>確認待ち・実績なし</translation>
    </message>
    <message>
        <source>Name, section or number</source>
        <translation>氏名・所属・職員番号</translation>
    </message>
    <message>
        <source>Why the month is opened again</source>
        <translation>締めを解く理由</translation>
    </message>
    <message>
        <source>Closed on %1 by %2. Nothing of this month is filed or decided any more.</source>
        <translation>%1に %2 が締めました。この月の時間外勤務は、申請も決裁もできません。</translation>
    </message>
    <message>
        <source>The month is not over yet. Results not confirmed: %1, orders without a result: %2 (people).</source>
        <translation>まだ終わっていない月です。実績の確認待ち %1人、命令に実績のない職員 %2人。</translation>
    </message>
    <message>
        <source>Open. Results not confirmed: %1, orders without a result: %2 (people).</source>
        <translation>未締め。実績の確認待ち %1人、命令に実績のない職員 %2人。</translation>
    </message>
    <message>
        <source>Close %1? What is not confirmed by now is not paid with it.</source>
        <translation>%1を締めますか。まだ確認されていない実績は、この月の支給に入りません。</translation>
    </message>
    <message>
        <source>%1 is closed.</source>
        <translation>%1を締めました。</translation>
    </message>
    <message>
        <source>%1 is open again.</source>
        <translation>%1の締めを解きました。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 に書けません。</translation>
    </message>
    <message>
        <source>File for payroll</source>
        <translation>給与用ファイル</translation>
    </message>
    <message>
        <source>Overtime %1</source>
        <comment>name of a file</comment>
        <translation>時間外勤務 %1</translation>
    </message>
    <message>
        <source>Results not confirmed: %1, orders without a result: %2 (people).</source>
        <translation>未確認の実績 %1人、実績のない命令 %2人。</translation>
    </message>
    <message>
        <source>Little annual leave</source>
        <translation>年休が5日未満</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>すべての課</translation>
    </message>
    <message>
        <source>%1: done</source>
        <comment>section</comment>
        <translation>%1：済</translation>
    </message>
    <message>
        <source>%1: not confirmed %2, no result %3</source>
        <comment>section, people, people</comment>
        <translation>%1：未確認 %2人・実績なし %3人</translation>
    </message>
    <message>
        <source>Nobody is like this in the month.</source>
        <translation>この月に当てはまる人はいません。</translation>
    </message>
    <message>
        <source>no result: %1</source>
        <translation>実績なし %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>not confirmed: %1</source>
        <translation>未確認 %1</translation>
    </message>
    <message>
        <source>to be settled with %1</source>
        <translation>所属長 %1</translation>
    </message>
    <message>
        <source>Registers…</source>
        <translation>命令簿…</translation>
    </message>
    <message>
        <source>Everybody of %1</source>
        <translation>%1の全員</translation>
    </message>
    <message>
        <source>Encoding of the file for payroll</source>
        <translation>給与用ファイルの文字コード</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>CP932 (Shift_JIS)</source>
        <translation>CP932（Shift_JIS）</translation>
    </message>
    <message>
        <source>row %1 %2 %3 (%4)</source>
        <translation>%1行目 %2 %3（%4）</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was written: CP932 does not have characters of %n member(s) of staff: %1.</source>
        <translation>
            <numerusform>書き出していません。CP932にない文字のある職員が%n人います：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Time off or papers due</source>
        <translation>代休時間・書類の期限</translation>
    </message>
</context>
</TS>
