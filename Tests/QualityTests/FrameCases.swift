/// What one frame says of two parties, in active, passive, noun, adjective and light verb.
struct FrameCase: Sendable {
  var verb: String
  var subject: String
  var object: String
  var sentences: [String]

  init(_ verb: String, _ subject: String, _ object: String, _ sentences: String...) {
    self.verb = verb
    self.subject = subject
    self.object = object
    self.sentences = sentences
  }

  static let all = [
    FrameCase(
      "attack", "Israel", "Lebanon", "Israel attacked Lebanon on Monday.", "Lebanon was attacked by Israel on Monday.",
      "Israel's attack on Lebanon shocked Europe.", "Israel launched an attack on Lebanon on Monday."),
    FrameCase(
      "strike", "Israel", "Iran", "Israel struck Iran on Friday.", "Iran was struck by Israel on Friday.",
      "Israel's strikes on Iran alarmed the markets.", "Israel carried out strikes on Iran on Friday.",
      "Israel launched strikes on Iran on Friday."),
    FrameCase(
      "invade", "Russia", "Ukraine", "Russia invaded Ukraine in 2022.", "Ukraine was invaded by Russia in 2022.",
      "Russia's invasion of Ukraine began in 2022.", "The invasion of Ukraine by Russia began in 2022."),
    FrameCase(
      "annex", "Russia", "Crimea", "Russia annexed Crimea in 2014.", "Crimea was annexed by Russia in 2014.",
      "Russia's annexation of Crimea angered the West."),
    FrameCase(
      "occupy", "Russia", "Crimea", "Russia occupied Crimea in 2014.", "Crimea was occupied by Russia in 2014.",
      "Russia's occupation of Crimea angered the West."),
    FrameCase(
      "defeat", "Brazil", "Germany", "Brazil defeated Germany in the final.",
      "Germany was defeated by Brazil in the final.", "Brazil's defeat of Germany surprised the fans."),
    FrameCase(
      "threaten", "Russia", "Poland", "Russia threatened Poland on Sunday.",
      "Poland was threatened by Russia on Sunday.",
      "Russia's threat to Poland worried the allies."),
    FrameCase(
      "visit", "Macron", "Japan", "Macron visited Japan in May.", "Japan was visited by Macron in May.",
      "Macron's visit to Japan was a success.", "Macron paid a visit to Japan in May.",
      "Macron made a visit to Japan in May."),
    FrameCase(
      "support", "Germany", "Ukraine", "Germany supported Ukraine at the summit.",
      "Ukraine was supported by Germany at the summit.", "Germany's support for Ukraine pleased Kyiv.",
      "Germany gave support to Ukraine."),
    FrameCase(
      "criticize", "Macron", "Trump", "Macron criticized Trump on Tuesday.",
      "Trump was criticized by Macron on Tuesday.",
      "Macron's criticism of Trump drew attention."),
    FrameCase(
      "condemn", "France", "Hamas", "France condemned Hamas on Tuesday.", "Hamas was condemned by France on Tuesday.",
      "France's condemnation of Hamas came late."),
    FrameCase(
      "praise", "Merkel", "Obama", "Merkel praised Obama on Tuesday.", "Obama was praised by Merkel on Tuesday.",
      "Merkel's praise of Obama came on Tuesday."),
    FrameCase(
      "oppose", "Hungary", "Sweden", "Hungary opposed Sweden at the summit.",
      "Sweden was opposed by Hungary at the summit.", "Hungary's opposition to Sweden annoyed the allies."),
    FrameCase(
      "endorse", "Obama", "Biden", "Obama endorsed Biden in April.", "Biden was endorsed by Obama in April.",
      "Obama's endorsement of Biden came in April."),
    FrameCase(
      "acquire", "Microsoft", "LinkedIn", "Microsoft acquired LinkedIn in 2016.",
      "LinkedIn was acquired by Microsoft in 2016.", "Microsoft's acquisition of LinkedIn closed in 2016."),
    FrameCase(
      "purchase", "Google", "YouTube", "Google purchased YouTube in 2006.", "YouTube was purchased by Google in 2006.",
      "Google's purchase of YouTube surprised analysts."),
    FrameCase(
      "arrest", "Turkey", "Gulen", "Turkey arrested Gulen in March.", "Gulen was arrested by Turkey in March.",
      "Turkey's arrest of Gulen drew protests."),
    FrameCase(
      "detain", "China", "Kovrig", "China detained Kovrig in December.", "Kovrig was detained by China in December.",
      "China's detention of Kovrig angered Canada."),
    FrameCase(
      "extradite", "Spain", "Vieira", "Spain extradited Vieira on Friday.", "Vieira was extradited by Spain on Friday.",
      "Spain's extradition of Vieira drew protests."),
    FrameCase(
      "expel", "Morocco", "Iran", "Morocco expelled Iran from the group.", "Iran was expelled by Morocco in 2018.",
      "Morocco's expulsion of Iran angered Algeria."),
    FrameCase(
      "investigate", "Brazil", "Petrobras", "Brazil investigated Petrobras in 2015.",
      "Petrobras was investigated by Brazil in 2015.", "Brazil's investigation into Petrobras took years.",
      "Brazil launched an investigation into Petrobras in 2015."),
    FrameCase(
      "sanction", "Canada", "Belarus", "Canada sanctioned Belarus in August.",
      "Belarus was sanctioned by Canada in August.", "Canada's sanctions against Belarus took effect in August.",
      "Canada imposed sanctions on Belarus in August."),
    FrameCase(
      "ban", "India", "TikTok", "India banned TikTok in 2020.", "TikTok was banned by India in 2020.",
      "India's ban on TikTok took effect in 2020.", "India imposed a ban on TikTok in 2020."),
    FrameCase(
      "recognize", "Spain", "Palestine", "Spain recognized Palestine in May.",
      "Palestine was recognized by Spain in May.",
      "Spain's recognition of Palestine angered Israel."),
    FrameCase(
      "talk with", "Iran", "Iraq", "Iran talked with Iraq about water.", "Iran's talks with Iraq began on Monday.",
      "Iran held talks with Iraq on Monday."),
    FrameCase(
      "negotiate with", "Serbia", "Kosovo", "Serbia negotiated with Kosovo in Brussels.",
      "Serbia's negotiations with Kosovo failed in May."),
    FrameCase(
      "cooperate with", "Finland", "Estonia", "Finland cooperated with Estonia in 2019.",
      "Finland's cooperation with Estonia grew in 2019."),
    FrameCase(
      "trade with", "Chile", "China", "Chile traded with China for decades.", "Chile's trade with China grew in 2019."),
    FrameCase(
      "agree with", "Greece", "Egypt", "Greece agreed with Egypt on a border.",
      "Greece's agreement with Egypt angered Turkey.", "Greece reached an agreement with Egypt in 2020."),
    FrameCase(
      "invest in", "Qatar", "Greece", "Qatar invested in Greece in 2013.", "Qatar's investment in Greece grew in 2013."),
    FrameCase(
      "commit to", "Germany", "NATO", "Germany committed to NATO in May.", "Germany is committed to NATO.",
      "Germany's commitment to NATO pleased the allies."),
    FrameCase(
      "withdraw from", "Mali", "Niger", "Mali withdrew from Niger in January.",
      "Mali's withdrawal from Niger surprised the French."),
    FrameCase(
      "respond to", "Kenya", "Somalia", "Kenya responded to Somalia on Tuesday.",
      "Kenya's response to Somalia came on Tuesday."),
    FrameCase(
      "protest against", "Peru", "Chile", "Peru protested against Chile in 2008.",
      "Peru staged a protest against Chile in 2008."),
    FrameCase(
      "depend on", "Latvia", "Russia", "Latvia depended on Russia for decades.",
      "Latvia's dependence on Russia worried Brussels.", "Latvia is dependent on Russia."),
    FrameCase(
      "control", "Hezbollah", "Lebanon", "Hezbollah controlled Lebanon for years.",
      "Lebanon was controlled by Hezbollah for years.", "Hezbollah's control of Lebanon worried the West.",
      "Hezbollah took control of Lebanon in 2008."),
    FrameCase(
      "influence", "China", "Cambodia", "China influenced Cambodia for decades.",
      "Cambodia was influenced by China for decades.", "China's influence on Cambodia grew in 2010.",
      "China exerts influence over Cambodia."),
    FrameCase(
      "pressure", "Germany", "Greece", "Germany pressured Greece in June.",
      "Greece was pressured by Germany in June.", "Germany put pressure on Greece in June."),
    FrameCase(
      "nominate", "Biden", "Jackson", "Biden nominated Jackson in February.",
      "Jackson was nominated by Biden in February.",
      "Biden's nomination of Jackson came in February."),
    FrameCase(
      "appoint", "Macron", "Barnier", "Macron appointed Barnier in September.",
      "Barnier was appointed by Macron in September.", "Macron's appointment of Barnier surprised the left."),
    FrameCase(
      "dismiss", "Erdogan", "Uysal", "Erdogan dismissed Uysal in July.", "Uysal was dismissed by Erdogan in July.",
      "Erdogan's dismissal of Uysal came in July."),
    FrameCase(
      "kill", "Israel", "Nasrallah", "Israel killed Nasrallah in September.",
      "Nasrallah was killed by Israel in September.",
      "Israel's killing of Nasrallah shocked Beirut."),
  ]
}
