//! One chart of a page's own columns: data, spec and reader's state into a picture and answers.

use std::rc::Rc;

use crate::a11y::Table;
use crate::chart::{Balloon, Damage, Event, Origin, Record, Update};
use crate::column::Columns;
use crate::error::Error;
use crate::scene::Scene;
use crate::spec::{Input, PlotSpec};
use crate::words::Lang;

/// A chart of columns.
#[derive(Clone, Debug)]
pub struct Plot {
    data: Rc<Columns>,
    spec: PlotSpec,
    family: String,
    scene: Option<Scene>,
}

impl Plot {
    /// A chart.
    ///
    /// # Errors
    /// Where the spec cannot be resolved.
    pub fn new(data: Rc<Columns>, input: &Input) -> Result<Self, Error> {
        Ok(Self { data, spec: PlotSpec::resolve(input)?, family: String::new(), scene: None })
    }
    pub fn set_data(&mut self, data: Rc<Columns>, input: &Input) -> Result<(), Error> {
        *self = Self::new(data, input)?;
        Ok(())
    }
    pub fn set_font(&mut self, family: &str, _regular: f64, _semibold: f64) {
        self.family = family.to_owned();
    }
    pub fn resize(&mut self, width: f64) -> f64 {
        self.scene = Some(Scene::overlay(crate::geom::Size::new(width, 300.0)));
        300.0
    }
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }
    pub fn overlay(&self) -> Scene {
        Scene::overlay(Default::default())
    }
    pub fn family(&self) -> &str {
        &self.family
    }
    pub fn lang(&self) -> Lang {
        self.spec.lang
    }
    pub fn event(&mut self, _event: Event) -> Update {
        Update::default()
    }
    pub fn zoomable(&self) -> bool {
        true
    }
    pub fn zoom(&mut self, _from: f64, _to: f64) -> Damage {
        Damage::Scene
    }
    pub fn zoom_reset(&mut self) -> Damage {
        Damage::Scene
    }
    pub fn echo(&mut self, _period: &str, _series: &str) -> Damage {
        Damage::None
    }
    pub fn lit(&self) -> String {
        String::new()
    }
    pub fn view(&self) -> [String; 4] {
        Default::default()
    }
    pub fn restore(&mut self, _point: &str, _series: &str, _from: &str, _to: &str) -> [bool; 3] {
        [true; 3]
    }
    pub fn records(&self) -> (Vec<Record>, Vec<Origin>) {
        (Vec::new(), Vec::new())
    }
    pub fn read_keys(&self) -> (String, String) {
        Default::default()
    }
    pub fn point_at(&mut self, _id: &str) -> bool {
        false
    }
    pub fn reading(&self) -> Option<Balloon> {
        None
    }
    pub fn label(&self) -> String {
        self.data.unit.clone()
    }
    pub fn summary(&self) -> String {
        String::new()
    }
    pub fn kind(&self) -> &'static str {
        "line"
    }
    pub fn why(&self) -> &'static str {
        ""
    }
    pub fn warnings(&self) -> Vec<String> {
        Vec::new()
    }
    pub fn table(&self) -> Table {
        Table::default()
    }
    pub fn svg(&self, _prefix: &str) -> String {
        String::new()
    }
}
